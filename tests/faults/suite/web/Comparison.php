<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

/** The counts of all clients, side by side. */
final class Comparison
{
    /** The columns of a table, and the counts whose sum they show. */
    private const COLUMNS = [
        'connections' => ['connections'],
        '**executed twice**' => ['executedTwice'],
        '… reported as a success' => ['executedTwiceToldSuccess'],
        '**another call\'s answer taken**' => ['otherAnswerTaken'],
        '… not executed, reported as a success' => ['notExecutedToldSuccess'],
        'unrequested 408 taken' => ['proxy408Taken'],
        'reported as unknown' => ['executedToldUnknown', 'notExecutedToldUnknown'],
        'reported as an ordinary failure' => ['executedToldFailed', 'notExecutedToldFailed'],
    ];

    /** Those that the arrival of bytes changes. */
    private const COLUMNS_AROUND = [
        '**another call\'s answer taken**', '… not executed, reported as a success', 'unrequested 408 taken',
        'reported as unknown', 'reported as an ordinary failure',
    ];

    /** What the extension must never do, whenever bytes arrive. */
    private const FORBIDDEN = ['executedTwice', 'executedToldNotExecuted', 'executedToldFailed', 'notExecutedToldFailed'];

    /** What it must not do with bytes that arrive before the call. If they arrive during it, no client can tell. */
    private const FORBIDDEN_BEFORE = ['otherAnswerTaken', 'proxy408Taken', 'notExecutedToldSuccess'];

    /** @var array<string, array<string, Counts>> by the client's name and the bytes' arrival */
    private array $counts = [];

    /** @param array<string, array<string, array<string, int>>> $contenders as toArray() returns them */
    public static function fromArray(array $contenders): self
    {
        $comparison = new self();
        foreach ($contenders as $name => $arrivals) {
            foreach ($arrivals as $arrival => $array) {
                $counts = new Counts();
                $counts->addArray($array);
                $comparison->add(Contender::from($name), Arrival::from($arrival), $counts);
            }
        }

        return $comparison;
    }

    public function add(Contender $contender, Arrival $arrival, Counts $counts): void
    {
        $this->counts[$contender->value][$arrival->value] = $counts;
    }

    public function of(Contender $contender, Arrival $arrival): Counts
    {
        return $this->counts[$contender->value][$arrival->value];
    }

    /** All columns, of bytes that arrive before the next call. */
    public function table(): string
    {
        return $this->markdown(Arrival::Before, array_keys(self::COLUMNS));
    }

    /** The same when bytes arrive around the start of the next call. */
    public function tableAround(): string
    {
        return $this->markdown(Arrival::Around, self::COLUMNS_AROUND);
    }

    /** @return array<string, array<string, array<string, int>>> all counts, by the client's name and the bytes' arrival */
    public function toArray(): array
    {
        return array_map(static fn (array $arrivals): array
            => array_map(static fn (Counts $counts): array => $counts->toArray(), $arrivals), $this->counts);
    }

    /** @return list<string> what shows that a client was not used as its name says, or that aurpay breaks its rules */
    public function problems(): array
    {
        $problems = [];
        foreach (Arrival::cases() as $arrival) {
            foreach (Contender::cases() as $contender) {
                $counts = $this->of($contender, $arrival);
                [$calls, $connections] = [$counts->of('calls'), $counts->of('connections')];
                // Most calls have no fault and no long pause before them.
                $hasKept = $connections < 0.6 * $calls;
                if ($hasKept !== $contender->keepsConnections()) {
                    $problems[] = "{$contender->value}: {$connections} connections for {$calls} calls";
                }
            }
            $forbidden = [...self::FORBIDDEN, ...($arrival === Arrival::Before ? self::FORBIDDEN_BEFORE : [])];
            foreach ($forbidden as $name) {
                $count = $this->of(Contender::Aurpay, $arrival)->of($name);
                if ($count > 0) {
                    $problems[] = "aurpay, bytes {$arrival->value}: {$name} {$count}";
                }
            }
        }

        return $problems;
    }

    /**
     * A row for each client.
     *
     * @param list<key-of<self::COLUMNS>> $columns
     */
    private function markdown(Arrival $arrival, array $columns): string
    {
        $calls = number_format($this->of(Contender::Aurpay, $arrival)->of('calls'));
        $lines = [
            "| of {$calls} calls | " . implode(' | ', $columns) . ' |',
            '|---|' . str_repeat('---:|', count($columns)),
        ];
        foreach (Contender::cases() as $contender) {
            $counts = $this->of($contender, $arrival);
            $cells = array_map(
                static fn (string $column): string => number_format($counts->of(...self::COLUMNS[$column])),
                $columns,
            );
            $lines[] = "| {$contender->value} | " . implode(' | ', $cells) . ' |';
        }

        return implode("\n", $lines) . "\n";
    }
}
