<?php

declare(strict_types=1);

namespace AurpayBench;

/** One quantity of several contenders. */
final readonly class Table
{
    /**
     * @param array<string, Sample> $rows by the contender's label
     * @param string|null $chart the name of the chart's file, for a quantity that is worth one
     */
    public function __construct(
        public string $title,
        public string $unit,
        public array $rows,
        public ?string $chart = null,
        public bool $isMoreBetter = false,
    ) {}
}
