<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Call;
use AurpayTest\Soak\Event;
use AurpayTest\Soak\Scene;
use AurpayTest\Soak\Visit;

/** The gateway restarts: all connections end in the middle of calls, and new ones are refused for a moment. */
final class Restart extends Event
{
    private const DELAY = 0.5;

    public function name(): string
    {
        return 'the gateway restarts';
    }

    public function happen(Scene $scene): void
    {
        // Calls that are executed and not answered yet.
        $scene->gateway->delay(self::DELAY);
        $count = count($scene->gateway->executions());
        $scene->traffic->until(static fn (): bool => count($scene->gateway->executions()) > $count, 'a call that is not a read');
        $scene->gateway->vanish();
        $scene->gateway->delay(0);
        $scene->traffic->untilEachWorker(
            static fn (Visit $visit): bool => $visit->allEnded('TransportException (connection)'),
            'to find the gateway away',
        );
        $scene->gateway->listen();
        $scene->traffic->untilOlderVisitsEnd();
    }

    public function explains(Call $call): bool
    {
        return $call->method !== 'verify' && in_array($call->outcome, ['OutcomeUnknownException', 'TransportException'], true);
    }

    /** One of each worker. */
    public function unknownAtMost(): int
    {
        return 4;
    }
}
