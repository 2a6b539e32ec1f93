<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Command, Measure, OrderPages, Outcome, Sample, Session, Table, Verdict};
use AurpayBench\Server\{Nginx, Orders};

/** The memory of a process that runs for long. */
final readonly class Memory implements Measure
{
    private const CALLS = 1_000_000;
    private const PAGES = 1000;
    /** The allowed growth after the first tenth of the turns. One byte per turn would be 900 KB. */
    private const KILOBYTES = 64.0;

    public function name(): string
    {
        return 'memory';
    }

    public function title(): string
    {
        return 'memory of 1,000,000 calls in one process, and of each() over 100,000 orders';
    }

    public function run(Session $session): Outcome
    {
        $pages = $session->scale(self::PAGES, 20);
        (new OrderPages($session->tools))->serve($pages);
        // Use nginx's default, so that a new connection is opened from time to time.
        $nginx = new Nginx($session->tools, keptRequests: 1000);
        $outcomes = [
            self::follow($session, $nginx, 'calls', 'many_calls.php', $session->scale(self::CALLS, 10_000)),
            self::follow($session, $nginx, 'orders', 'many_orders.php', $pages * Orders::PAGE_SIZE),
        ];

        return new Outcome(
            array_merge(...array_map(static fn (Outcome $outcome): array => $outcome->tables, $outcomes)),
            array_merge(...array_map(static fn (Outcome $outcome): array => $outcome->verdicts, $outcomes)),
        );
    }

    private static function follow(Session $session, Nginx $nginx, string $what, string $program, int $count): Outcome
    {
        $session->say('1/1', number_format($count) . " {$what}", []);
        $output = Command::output($session->php->program($program, $count), $nginx->settings());
        [$resident, $php] = [[], []];
        foreach (explode("\n", trim($output)) as $line) {
            $numbers = Command::decode($line);
            $label = 'after ' . number_format($numbers['at']) . " {$what}";
            $resident[$label] = new Sample([$numbers['rss']]);
            $php[$label] = new Sample([$numbers['php'] / 1024]);
            $session->say('1/1', $label, $numbers);
        }

        return new Outcome(
            [
                new Table("Resident memory, {$what}", 'KB', $resident, isSeries: true),
                new Table("memory_get_usage(), {$what}", 'KB', $php, isSeries: true),
            ],
            [
                Verdict::amount(self::KILOBYTES, 'KB', "{$what}: more RSS from a tenth on", self::growth($resident)),
                Verdict::amount(self::KILOBYTES, 'KB', "{$what}: more memory_get_usage()", self::growth($php)),
            ],
        );
    }

    /** @param array<string, Sample> $rows */
    private static function growth(array $rows): float
    {
        $points = array_values($rows);
        // Skip the first point, before any turn: it has only what every process needs.
        [$first, $last] = [$points[1], $points[count($points) - 1]];

        return $last->median() - $first->median();
    }
}
