<?php

declare(strict_types=1);

namespace AurpayBench;

/** What a measure found. */
final readonly class Outcome
{
    /**
     * @param list<Table> $tables
     * @param list<Verdict> $verdicts
     */
    public function __construct(public array $tables, public array $verdicts) {}
}
