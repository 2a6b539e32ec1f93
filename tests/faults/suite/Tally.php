<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/**
 * Counts of many calls; the counts of several processes can be added up.
 *
 * @phpstan-type Row array{calls: int, others: int, once: int, more: int, told: array<string, int>,
 *     readsTold: array<string, int>, problems: int}
 * @phpstan-type Json array{faults: array<string, Row>, reports: array<string, array<int, int>>,
 *     calls: array<string, int>, repeated: int}
 */
final class Tally implements \JsonSerializable
{
    private const NOTHING = [
        'calls' => 0, 'others' => 0, 'once' => 0, 'more' => 0, 'told' => [], 'readsTold' => [], 'problems' => 0,
    ];

    /** @var array<string, Row> by the name of the fault */
    public array $faults = [];

    /** @var array<string, array<int, int>> how many calls that are not reads, by report and number of executions */
    public array $reports = [];

    /** @var array<string, int> calls by endpoint */
    public array $calls = [];

    /** Calls made again with more time, because the machine was too busy to send them before the deadline. */
    public int $repeated = 0;

    /** @param list<string> $problems */
    public function add(Plan $plan, Outcome $outcome, int $executions, array $problems): void
    {
        $row = $this->faults[$plan->fault->name] ?? self::NOTHING;
        $row['calls']++;
        $row['problems'] += $problems === [] ? 0 : 1;
        $told = $outcome->due->value ?? $outcome->report->value;
        if ($plan->call->isRead) {
            $row['readsTold'][$told] = ($row['readsTold'][$told] ?? 0) + 1;
        } else {
            $row['others']++;
            $row['once'] += (int) ($executions === 1);
            $row['more'] += (int) ($executions > 1);
            $row['told'][$told] = ($row['told'][$told] ?? 0) + 1;
            $report = $outcome->report->value;
            $this->reports[$report][$executions] = ($this->reports[$report][$executions] ?? 0) + 1;
        }
        $this->faults[$plan->fault->name] = $row;
        $this->calls[$plan->call->name] = ($this->calls[$plan->call->name] ?? 0) + 1;
    }

    /** @param Json $json another process's tally as JSON */
    public function addJson(array $json): void
    {
        foreach ($json['faults'] as $name => $row) {
            $sum = $this->faults[$name] ?? self::NOTHING;
            foreach (['calls', 'others', 'once', 'more', 'problems'] as $count) {
                $sum[$count] += $row[$count];
            }
            $sum['told'] = self::sum($sum['told'], $row['told']);
            $sum['readsTold'] = self::sum($sum['readsTold'], $row['readsTold']);
            $this->faults[$name] = $sum;
        }
        foreach ($json['reports'] as $report => $counts) {
            $this->reports[$report] = self::sum($this->reports[$report] ?? [], $counts);
        }
        $this->calls = self::sum($this->calls, $json['calls']);
        $this->repeated += $json['repeated'];
    }

    /** @param 'calls'|'others'|'once'|'more'|'problems' $count */
    public function total(string $count): int
    {
        return array_sum(array_map(static fn (array $row): int => $row[$count], $this->faults));
    }

    /** How many calls that are not reads have this report and were executed exactly, or at least, that often. */
    public function reported(Report $report, int $executions, bool $orMore = false): int
    {
        $sum = 0;
        foreach ($this->reports[$report->value] ?? [] as $times => $count) {
            $sum += $times === $executions || ($orMore && $times > $executions) ? $count : 0;
        }

        return $sum;
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return [
            'faults' => (object) $this->faults,
            'reports' => (object) array_map(static fn (array $counts): object => (object) $counts, $this->reports),
            'calls' => (object) $this->calls,
            'repeated' => $this->repeated,
        ];
    }

    /**
     * @template K of array-key
     * @param array<K, int> $one
     * @param array<K, int> $other
     * @return array<K, int>
     */
    private static function sum(array $one, array $other): array
    {
        foreach ($other as $key => $count) {
            $one[$key] = ($one[$key] ?? 0) + $count;
        }

        return $one;
    }
}
