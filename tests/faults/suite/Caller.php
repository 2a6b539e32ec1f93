<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** A client that makes the calls: the extension, or what else a shop could use. */
interface Caller
{
    /** What the User-Agent of requests is that only make the connection warm. */
    public const WARM_UP = 'warm-up';

    public const WARM_UP_SECONDS = 10.0;

    /** Each meets another connection that has ended meanwhile, if there are several. */
    public const WARM_UP_TRIES = 20;

    /** One request that succeeds, so that the next one finds a connection. */
    public function warmUp(): void;

    public function make(Plan $plan): Outcome;
}
