<?php

declare(strict_types=1);

namespace AurpayBench;

/** A run of the bench: the tools of its measures, and how they are repeated. */
final class Session
{
    /** Contenders, and their labels in tables and charts. */
    public const LABELS = [
        'Aurpay' => 'aurpay',
        'ExtCurl' => 'ext-curl by hand',
        'Guzzle' => 'Guzzle',
        'Symfony' => 'Symfony HttpClient',
        'WordPress' => 'WordPress Requests',
    ];

    /** The label of json_loop.php. */
    public const JSON_LIMIT = 'bare C in PHP, signing each call, with ext/json';

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
     * Runs the contenders in turns, so that other load on the machine affects all of them.
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
