<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

use AurpayTest\Faults\Report;

/** What became of a client's calls: what it reported, compared with what the server did. */
final class Counts
{
    /** The fault server never answers a request with this status: it is a proxy's, on an idle connection. */
    private const STATUS_OF_PROXY = 408;

    /** @var array<string, int> */
    private array $counts = [
        'calls' => 0,
        'connections' => 0,
        'executedTwice' => 0,
        // The answer of another call was taken for this call's.
        'otherAnswerTaken' => 0,
        // The 408 that a proxy had sent unrequested was: nobody's answer, and a client reports it as a failure.
        'proxy408Taken' => 0,
        'executedTwiceToldSuccess' => 0,
        'executedOnceToldSuccess' => 0,
        'notExecutedToldSuccess' => 0,
        // Refused or not connected: the caller may conclude that nothing was executed.
        'executedToldNotExecuted' => 0,
        'notExecutedToldNotExecuted' => 0,
        // The caller knows that it must find out.
        'executedToldUnknown' => 0,
        'notExecutedToldUnknown' => 0,
        // A failure like any other, which does not say whether the call may be repeated.
        'executedToldFailed' => 0,
        'notExecutedToldFailed' => 0,
    ];

    public function setConnections(int $connections): void
    {
        $this->counts['connections'] = $connections;
    }

    public function add(string $id, Told $told, int $executions): void
    {
        $this->counts['calls']++;
        $this->counts['executedTwice'] += (int) ($executions > 1);
        $this->counts['otherAnswerTaken'] += (int) ($told->id !== null && $told->id !== $id);
        $this->counts['proxy408Taken'] += (int) ($told->status === self::STATUS_OF_PROXY);
        $isExecuted = $executions > 0;
        $this->counts[match ($told->report) {
            Report::Success => match ($executions) {
                0 => 'notExecutedToldSuccess',
                1 => 'executedOnceToldSuccess',
                default => 'executedTwiceToldSuccess',
            },
            Report::NotExecuted => $isExecuted ? 'executedToldNotExecuted' : 'notExecutedToldNotExecuted',
            Report::Unknown => $isExecuted ? 'executedToldUnknown' : 'notExecutedToldUnknown',
            Report::Failed => $isExecuted ? 'executedToldFailed' : 'notExecutedToldFailed',
        }]++;
    }

    /** @param array<string, int> $counts those of another process */
    public function addArray(array $counts): void
    {
        foreach ($counts as $name => $count) {
            $this->counts[$name] += $count;
        }
    }

    /** @return array<string, int> */
    public function toArray(): array
    {
        return $this->counts;
    }

    /** The sum of some counts. */
    public function of(string ...$names): int
    {
        return array_sum(array_map(fn (string $name): int => $this->counts[$name], $names));
    }
}
