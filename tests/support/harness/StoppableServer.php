<?php

declare(strict_types=1);

namespace AurpayTest;

/** A server that can drop its connections and stop listening. */
abstract class StoppableServer extends LoggingServer
{
    /** Drops all connections and refuses new ones, until listen(). */
    public function vanish(): void
    {
        $this->control('POST', '/vanish');
    }

    public function listen(): void
    {
        $this->control('POST', '/listen');
    }

    /** Ends all connections without a notice, as a server does when it restarts. */
    public function drop(): void
    {
        $this->control('POST', '/drop');
    }
}
