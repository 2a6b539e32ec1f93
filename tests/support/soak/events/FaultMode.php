<?php

declare(strict_types=1);

namespace AurpayTest\Soak\Events;

use AurpayTest\Soak\Call;
use AurpayTest\Soak\Event;
use AurpayTest\Soak\Scene;

/** The gateway misbehaves for some dozens of requests. */
final class FaultMode extends Event
{
    private const ROUNDS = 3;

    private const BEHAVIOURS = [
        'close',
        'answer',
        ['do' => 'answer', 'status' => 503, 'body' => ''],
        'reset_stream',
        ['do' => 'close_before'],
        'half_body',
        'answer',
        'goaway',
        ['do' => 'answer', 'status' => 429, 'execute' => false],
        'html',
        'half_header',
        'answer',
        'broken_json',
        'reset',
        'silent',
        ['do' => 'reset_stream', 'error' => 'REFUSED_STREAM', 'execute' => false],
    ];

    public function name(): string
    {
        return 'the gateway misbehaves';
    }

    public function happen(Scene $scene): void
    {
        // The visits from now on do not wait for a silent server for long.
        $scene->traffic->hurry(true);
        $scene->traffic->untilOlderVisitsEnd();
        $scene->gateway->script(array_merge(...array_fill(0, self::ROUNDS, self::BEHAVIOURS)));
        $scene->traffic->until(static fn (): bool => $scene->gateway->scriptLeft() === 0, 'the last fault');
        $scene->traffic->hurry(false);
        $scene->traffic->untilOlderVisitsEnd();
    }

    public function explains(Call $call): bool
    {
        $outcomes = ['OutcomeUnknownException', 'TransportException', 'ResponseException', 'RateLimitException', 'ApiException'];

        return $call->method !== 'verify' && in_array($call->outcome, $outcomes, true);
    }

    public function unknownAtMost(): int
    {
        return self::ROUNDS * count(self::BEHAVIOURS);
    }
}
