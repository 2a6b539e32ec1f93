<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Command, Measure, Outcome, PageLoad, Pages, Sample, Session, Table, Verdict};
use AurpayBench\Server\Nginx;

/** The median time of a page with one call, compared with a page that makes the bare call in C. */
final readonly class Latency implements Measure
{
    private const REPETITIONS = 5;
    private const PAUSE_MICROSECONDS = '300';

    public function name(): string
    {
        return 'latency';
    }

    public function title(): string
    {
        return 'php-fpm page with one call, its median time over that of a page with the bare call in C';
    }

    public function run(Session $session): Outcome
    {
        $pages = new PageLoad($session);
        [$tables, $verdicts] = [[], []];
        foreach ([1 => 'one at a time', 4 => '4 at once'] as $connections => $words) {
            $rows = $pages->measure(Pages::SCRIPTS, $connections)['p50 ms'];
            $tables[] = new Table("Median time, {$words}", 'ms', $rows);
            $verdicts[] = Verdict::atMost(1.1, 'the bare call, ' . $words, $rows[Pages::OURS], $rows[Pages::LIMIT]);
        }
        $tables[] = new Table('Median time of the bare call in a loop, without a page', 'ms', self::loops($session));

        return new Outcome($tables, $verdicts);
    }

    /**
     * Shown only: how much of the page's time comes from caches and a processor that did other work before.
     *
     * @return array<string, Sample>
     */
    private static function loops(Session $session): array
    {
        $nginx = new Nginx($session->tools);
        $loop = static fn (string $pause): \Closure => static function () use ($session, $nginx, $pause): array {
            $calls = (string) $session->scale(10_000, 2_000);
            $command = [$session->tools->limit, 'once', '100', $calls, $pause];

            return ['p50 ms' => Command::numbers($command, $nginx->settings())['median'] / 1e6];
        };

        return $session->interleave(self::REPETITIONS, [
            'without a pause' => $loop('0'),
            'after a pause of 0.3 ms' => $loop(self::PAUSE_MICROSECONDS),
        ])['p50 ms'];
    }
}
