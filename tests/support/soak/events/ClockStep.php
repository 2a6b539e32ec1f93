<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Call;
use AurpayTest\Soak\Event;
use AurpayTest\Soak\Scene;
use AurpayTest\Soak\Visit;

/**
 * The shops' wall clock jumps by an hour and back, in both directions. Signatures are refused and callbacks are stale
 * meanwhile, because they have a date; the calls with an API key go on, and no deadline is missed.
 */
final class ClockStep extends Event
{
    private const HOUR = 3600;
    private const SIGNING = ['detail', 'refund'];

    public function name(): string
    {
        return 'the clock jumps by an hour and back, twice';
    }

    public function happen(Scene $scene): void
    {
        // In the end the clock is set back. Addresses that libcurl got before must not stay known for an hour: see Move.
        foreach ([-self::HOUR, self::HOUR] as $seconds) {
            // Then each worker opens connections meanwhile, and resolves the gateway's name.
            $scene->traffic->pause();
            $scene->gateway->drop();
            $scene->clock->step($seconds);
            $scene->traffic->resume();
            $scene->traffic->untilEachWorker($this->isStepped(...), 'to be refused for its clock');
            $scene->clock->step(0);
            $scene->traffic->untilEachWorkerIsClean();
        }
    }

    public function explains(Call $call): bool
    {
        return in_array($call->method, self::SIGNING, true) && $call->kind() === 'AuthenticationException'
            || $call->method === 'verify' && $call->kind() === 'CallbackException (stale)';
    }

    private function isStepped(Visit $visit): bool
    {
        foreach ($visit->calls as $call) {
            $isDated = $call->method === 'verify' || in_array($call->method, self::SIGNING, true);
            if ($isDated ? !$this->explains($call) : !$call->isSuccess()) {
                return false;
            }
        }

        return true;
    }
}
