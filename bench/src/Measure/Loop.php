<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{CallLoops, Command, Counts, Measure, Outcome, Session, Table, Verdict};
use AurpayBench\Server\Nginx;

/** Many calls in one process. */
final readonly class Loop implements Measure
{
    private const REPETITIONS = 9;
    private const WARM_UP = 100;

    public function name(): string
    {
        return 'loop';
    }

    public function title(): string
    {
        return 'CLI loop, wall time per call';
    }

    public function run(Session $session): Outcome
    {
        (new Counts($session->tools, $session->php))->checkLoops();
        $nginx = new Nginx($session->tools);
        $calls = $session->scale(5000, 500);
        $times = $session->interleave(self::REPETITIONS, array_map(
            static fn (\Closure $loop): \Closure => static function () use ($loop, $calls, $nginx): array {
                $found = Command::numbers($loop(self::WARM_UP, $calls), $nginx->settings());

                return ['µs' => $found['nanoseconds'] / $found['calls'] / 1e3];
            },
            (new CallLoops($session->tools, $session->php))->all(),
        ))['µs'];

        return new Outcome(
            [new Table('Wall time per call', 'µs', $times, $this->name())],
            [
                Verdict::atMost(1.02, CallLoops::JSON_LIMIT, $times['aurpay'], $times[CallLoops::JSON_LIMIT]),
                Verdict::atMost(1, 'ext-curl', $times['aurpay'], $times['ext-curl by hand']),
                Verdict::atMost(0.5, 'Guzzle', $times['aurpay'], $times['Guzzle']),
            ],
        );
    }
}
