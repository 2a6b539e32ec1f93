<?php

declare(strict_types=1);

namespace AurpayBench;

/** A quantity, measured for several contenders. */
final readonly class Table
{
    /**
     * @param array<string, Sample> $rows by the contender's label
     * @param string|null $chart the file name of the chart; null for no chart
     * @param bool $isSeries whether the rows are points of a course, of which a summary needs only the ends
     */
    public function __construct(
        public string $title,
        public string $unit,
        public array $rows,
        public ?string $chart = null,
        public bool $isMoreBetter = false,
        public bool $isSeries = false,
    ) {}
}
