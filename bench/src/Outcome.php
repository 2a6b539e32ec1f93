<?php

declare(strict_types=1);

namespace AurpayBench;

/** The results of a measure. */
final readonly class Outcome
{
    /**
     * @param non-empty-list<Table> $tables the first stands for the measure in the summary
     * @param list<Verdict> $verdicts
     */
    public function __construct(public array $tables, public array $verdicts) {}
}
