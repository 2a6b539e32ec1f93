<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

/** The counts of all clients, side by side. */
final class Comparison
{
    private const COLUMNS = [
        'connections' => ['connections'],
        '**executed twice**' => ['executedTwice'],
        '… reported as a success' => ['executedTwiceToldSuccess'],
        '**stale bytes taken**' => ['staleTaken'],
        'not executed, reported as a success' => ['notExecutedToldSuccess'],
        'reported as unknown' => ['executedToldUnknown', 'notExecutedToldUnknown'],
        'reported as an ordinary failure' => ['executedToldFailed', 'notExecutedToldFailed'],
    ];

    /** What the extension must never do. */
    private const FORBIDDEN = [
        'executedTwice', 'staleTaken', 'notExecutedToldSuccess', 'executedToldNotExecuted', 'executedToldFailed',
        'notExecutedToldFailed',
    ];

    /** @var array<string, Counts> by the client's name */
    private array $counts = [];

    public function add(Contender $contender, Counts $counts): void
    {
        $this->counts[$contender->value] = $counts;
    }

    /** A row for each client, with counts of 10,000 calls. The file that run.php writes has all counts. */
    public function markdown(): string
    {
        $lines = [
            '| of 10,000 calls | ' . implode(' | ', array_keys(self::COLUMNS)) . ' |',
            '|---|' . str_repeat('---:|', count(self::COLUMNS)),
        ];
        foreach ($this->counts as $name => $counts) {
            $cells = array_map(
                static fn (array $names): string => number_format($counts->per10000(...$names)),
                array_values(self::COLUMNS),
            );
            $lines[] = "| {$name} | " . implode(' | ', $cells) . ' |';
        }

        return implode("\n", $lines) . "\n";
    }

    /** @return array<string, array<string, int>> by the client's name */
    public function toArray(): array
    {
        return array_map(static fn (Counts $counts): array => $counts->toArray() + [
            'executedTwicePer10000' => $counts->per10000('executedTwice'),
            'staleTakenPer10000' => $counts->per10000('staleTaken'),
        ], $this->counts);
    }

    /** @return list<string> what shows that a client was not used as its name says, or that aurpay breaks its rules */
    public function problems(): array
    {
        $problems = [];
        foreach (Contender::cases() as $contender) {
            $counts = $this->counts[$contender->value];
            [$calls, $connections] = [$counts->of('calls'), $counts->of('connections')];
            // Most calls have no fault and no long pause before them.
            $hasKept = $connections < 0.6 * $calls;
            if ($hasKept !== $contender->keepsConnections()) {
                $problems[] = "{$contender->value}: {$connections} connections for {$calls} calls";
            }
        }
        foreach (self::FORBIDDEN as $name) {
            $count = $this->counts[Contender::Aurpay->value]->of($name);
            if ($count > 0) {
                $problems[] = "aurpay: {$name} {$count}";
            }
        }

        return $problems;
    }
}
