<?php

declare(strict_types=1);

namespace AurpayBench;

/** A run of the bench: what its measures work with, and how they repeat. */
final class Session
{
    /** Contenders and how tables and charts call them. */
    public const LABELS = [
        'Aurpay' => 'aurpay',
        'ExtCurl' => 'ext-curl by hand',
        'Guzzle' => 'Guzzle',
        'Symfony' => 'Symfony HttpClient',
        'WordPress' => 'WordPress Requests',
    ];

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

    /** How much of something: all of it, or in a quick run the less. */
    public function scale(int $full, int $quick): int
    {
        return $this->isQuick ? $quick : $full;
    }

    /**
     * Lets the contenders take turns, so that what the machine does meanwhile meets all of them.
     *
     * @param array<string, \Closure(): array<string, int|float>> $contenders by label; each measures once
     * @return array<string, non-empty-array<string, Sample>> by quantity and label
     */
    public function interleave(int $repetitions, array $contenders): array
    {
        $repetitions = $this->scale($repetitions, 1);
        $values = [];
        for ($repetition = 1; $repetition <= $repetitions; $repetition++) {
            foreach ($contenders as $label => $measure) {
                $measured = $measure();
                $this->say("{$repetition}/{$repetitions}", $label, $measured);
                foreach ($measured as $quantity => $value) {
                    $values[$quantity][$label][] = $value;
                }
            }
        }

        return array_map(
            static fn (array $rows): array => array_map(static fn (array $row): Sample => new Sample($row), $rows),
            $values,
        );
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
