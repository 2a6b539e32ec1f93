<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Command, Measure, Outcome, Session, Table, Verdict};
use AurpayBench\Server\Nginx;

/** Many calls in one process. */
final readonly class Loop implements Measure
{
    private const REPETITIONS = 9;
    private const WARM_UP = '100';

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
        $nginx = new Nginx($session->tools);
        $calls = (string) $session->scale(5000, 500);
        $commands = [
            'bare C, signed once' => [$session->tools->limit, 'once', self::WARM_UP, $calls],
            'bare C, signing each call' => [$session->tools->limit, 'each', self::WARM_UP, $calls],
            Session::JSON_LIMIT => $session->php->program('json_loop.php', self::WARM_UP, $calls),
        ];
        foreach ($session->labels() as $contender => $label) {
            $commands[$label] = $session->php->program('loop.php', $contender, self::WARM_UP, $calls);
        }
        $times = $session->interleave(self::REPETITIONS, array_map(
            static fn (array $command): \Closure => static function () use ($command, $nginx): array {
                $loop = Command::numbers($command, $nginx->settings());

                return ['µs' => $loop['nanoseconds'] / $loop['calls'] / 1e3];
            },
            $commands,
        ))['µs'];

        return new Outcome(
            [new Table('Wall time per call', 'µs', $times, $this->name())],
            [
                Verdict::atMost(1.02, Session::JSON_LIMIT, $times['aurpay'], $times[Session::JSON_LIMIT]),
                Verdict::atMost(1, 'ext-curl', $times['aurpay'], $times['ext-curl by hand']),
                Verdict::atMost(0.5, 'Guzzle', $times['aurpay'], $times['Guzzle']),
            ],
        );
    }
}
