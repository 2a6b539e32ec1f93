<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Command, Measure, Outcome, Sample, Session, Table, Verdict, Wrk};
use AurpayBench\Server\{Fpm, Nginx};

/** The median time of a page with one call, compared with the minimum: an empty page and a round trip of bare C. */
final readonly class Latency implements Measure
{
    private const REPETITIONS = 5;
    private const SECONDS = 5;
    private const WORKERS = 4;
    private const LIMIT = 'bare C round trip';
    private const PAUSE_MICROSECONDS = '300';

    public function name(): string
    {
        return 'latency';
    }

    public function title(): string
    {
        return 'php-fpm page with one call, its median time over an empty page and a bare C round trip';
    }

    public function run(Session $session): Outcome
    {
        $fpm = new Fpm($session->tools, $session->php, self::WORKERS);
        $nginx = new Nginx($session->tools, pages: $fpm);
        [$tables, $verdicts] = [[], []];
        // Measure all three under the same load, so that a busy machine slows all of them.
        foreach ([4 => '4 at once', 1 => 'one at a time'] as $connections => $words) {
            $rows = $this->measure($session, $nginx, $connections);
            $floor = new Sample(array_map(
                static fn (int|float $page, int|float $call): int|float => $page + $call,
                $rows['empty page']->values,
                $rows[self::LIMIT]->values,
            ));
            $tables[] = new Table("Median time, {$words}", 'ms', $rows);
            $verdicts[] = Verdict::atMost(1.15, "the sum, {$words}", $rows['aurpay'], $floor);
        }

        return new Outcome($tables, $verdicts);
    }

    /** @return array<string, Sample> */
    private function measure(Session $session, Nginx $nginx, int $connections): array
    {
        $seconds = $session->scale(self::SECONDS, 1);
        $page = static fn (string $script): array => [
            'p50 ms' => Wrk::loadWarm($nginx->page($script), $connections, $seconds)['p50 ms'],
        ];

        return $session->interleave(self::REPETITIONS, [
            'empty page' => static fn (): array => $page('empty.php'),
            self::LIMIT => static fn (): array => ['p50 ms' => self::roundTrip($session, $nginx, $connections, '0')],
            // Shown only: how much of the page's time comes from caches and a processor that did other work before.
            'bare C round trip, after a pause' => static fn (): array => [
                'p50 ms' => self::roundTrip($session, $nginx, $connections, self::PAUSE_MICROSECONDS),
            ],
            'aurpay' => static fn (): array => $page('call.php'),
        ])['p50 ms'];
    }

    /** The median round trip of $programs programs that run at once. */
    private static function roundTrip(Session $session, Nginx $nginx, int $programs, string $pause): float
    {
        $calls = (string) $session->scale(10_000, 2_000);
        $command = [$session->tools->limit, 'once', '100', $calls, $pause];
        $running = [];
        for ($i = 0; $i < $programs; $i++) {
            $running[] = new Command($command, $nginx->settings());
        }
        $medians = [];
        foreach ($running as $program) {
            $medians[] = Command::decode($program->finish())['median'] / 1e6;
        }

        return (new Sample($medians))->median();
    }
}
