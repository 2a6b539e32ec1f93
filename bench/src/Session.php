<?php

declare(strict_types=1);

namespace AurpayBench;

/** A run of the bench: the tools of its measures, and how they are repeated. */
final class Session
{
    private string $measure = '';

    /** @param bool $isQuick one short repetition, to see whether all works */
    public function __construct(
        public readonly Tools $tools,
        public readonly Php $php,
        private readonly bool $isQuick,
    ) {}

    public function begin(Measure $measure): void
    {
        $this->measure = $measure->name();
    }

    /** An amount of work: the full one, or the smaller one in a quick run. */
    public function scale(int $full, int $quick): int
    {
        return $this->isQuick ? $quick : $full;
    }

    /**
     * Runs the contenders in turns, so that other load on the machine affects all of them. Each repetition has another
     * order, so that none always runs after the same other one.
     *
     * @param array<string, \Closure(): array<string, int|float>> $contenders by label; each measures once
     * @return array<string, non-empty-array<string, Sample>> by quantity and label
     */
    public function interleave(int $repetitions, array $contenders): array
    {
        $repetitions = $this->scale($repetitions, 1);
        $values = [];
        for ($repetition = 1; $repetition <= $repetitions; $repetition++) {
            foreach (self::order(array_keys($contenders), $repetition - 1) as $label) {
                $measured = $contenders[$label]();
                $this->say("{$repetition}/{$repetitions}", $label, $measured);
                foreach ($measured as $quantity => $value) {
                    $values[$quantity][$label][] = $value;
                }
            }
        }

        $samples = [];
        foreach ($values as $quantity => $rows) {
            // The first repetition was not in the order of the table.
            foreach (array_keys(array_intersect_key($contenders, $rows)) as $label) {
                $samples[$quantity][$label] = new Sample($rows[$label]);
            }
        }

        return $samples;
    }

    /**
     * The order of a turn: first, second, last, third, last but one and so on, moved by one in each turn (a Williams
     * design). So, in as many turns as there are contenders, none runs more than twice after the same other one.
     *
     * @param list<string> $labels
     * @return list<string>
     */
    private static function order(array $labels, int $turn): array
    {
        $count = count($labels);
        $order = [];
        for ($i = 0; $i < $count; $i++) {
            $step = $i % 2 === 1 ? intdiv($i + 1, 2) : $count - intdiv($i, 2);
            $order[] = $labels[($turn + $step) % $count];
        }

        return $order;
    }

    /** @param array<string, int|float> $measured */
    public function say(string $repetition, string $label, array $measured): void
    {
        $words = [];
        foreach ($measured as $quantity => $value) {
            $words[] = sprintf('%s %s', $quantity, is_int($value) ? $value : sprintf('%.6G', $value));
        }
        fprintf(STDERR, "%-12s %5s  %-28s %s\n", $this->measure, $repetition, $label, implode(', ', $words));
    }
}
