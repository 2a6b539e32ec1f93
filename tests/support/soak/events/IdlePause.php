<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Event;
use AurpayTest\Soak\Scene;

/** Nobody visits the shops for longer than the gateway keeps idle connections. */
final class IdlePause extends Event
{
    private const KEEP_ALIVE = 1.0;

    public function name(): string
    {
        return 'a pause that is longer than the keep-alive';
    }

    public function happen(Scene $scene): void
    {
        $scene->traffic->pause();
        $scene->gateway->keepAlive(self::KEEP_ALIVE);
        $scene->traffic->until(static fn (): bool => $scene->gateway->open() === 0, 'the end of all idle connections');
        $scene->gateway->keepAlive(null);
        $scene->traffic->resume();
        $scene->traffic->untilEachWorkerIsClean();
    }
}
