<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** A client that makes the calls: the extension, or another one that a shop could use. */
interface Caller
{
    /** The User-Agent of requests that only make the connection warm. */
    public const WARM_UP = 'warm-up';

    public const WARM_UP_SECONDS = 10.0;

    /** Each try may meet another connection that has ended. */
    public const WARM_UP_TRIES = 20;

    /** Makes one request that succeeds, so that the next one finds a connection. */
    public function warmUp(): void;

    public function make(Plan $plan): Outcome;
}
