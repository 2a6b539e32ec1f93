<?php

declare(strict_types=1);

namespace AurpayBench\Measure;

use AurpayBench\{Command, Failure, Measure, OrderPages, Outcome, Sample, Session, Table, Verdict};
use AurpayBench\Server\{Log, Nginx, Orders};

/** The memory of a process that runs for long. */
final readonly class Memory implements Measure
{
    private const CALLS = 1_000_000;
    private const PAGES = 1000;
    /** nginx closes connections after some requests, so that opening new ones is part of what is measured. */
    private const CALLS_PER_CONNECTION = 1000;
    private const PAGES_PER_CONNECTION = 10;
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
        $calls = $session->scale(self::CALLS, 10_000);
        $outcomes = [
            self::follow($session, 'calls', 'many_calls.php', $calls, $calls, self::CALLS_PER_CONNECTION),
            self::follow(
                $session,
                'orders',
                'many_orders.php',
                $pages * Orders::PAGE_SIZE,
                $pages,
                self::PAGES_PER_CONNECTION,
            ),
        ];

        return new Outcome(
            array_merge(...array_map(static fn (Outcome $outcome): array => $outcome->tables, $outcomes)),
            array_merge(...array_map(static fn (Outcome $outcome): array => $outcome->verdicts, $outcomes)),
        );
    }

    /** @param int $requests how many requests the program makes for $count calls or orders */
    private static function follow(
        Session $session,
        string $what,
        string $program,
        int $count,
        int $requests,
        int $perConnection,
    ): Outcome {
        $nginx = new Nginx($session->tools, keptRequests: $perConnection, log: Log::Connections);
        $session->say('1/1', number_format($count) . " {$what}", []);
        $output = Command::output($session->php->program($program, $count), $nginx->settings());
        $connections = $nginx->connections();
        if ($connections !== intdiv($requests, $perConnection)) {
            throw new Failure("{$connections} connections for {$requests} requests, {$perConnection} on each");
        }
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
