<?php

declare(strict_types=1);

namespace AurpayBench\Report;

use AurpayBench\{Sample, Table};

/** Formats numbers. */
final readonly class Number
{
    /** Writes at least three digits, with separators for thousands. Counts are written in full. */
    public static function format(float $number, Table $table): string
    {
        $digits = $number === 0.0 || self::counts($table) ? 0 : 2 - (int) floor(log10(abs($number)));

        return number_format($number, max(0, min($digits, 3)));
    }

    /** Whether all values of a table are integers. */
    private static function counts(Table $table): bool
    {
        $values = array_merge(...array_map(static fn (Sample $sample): array => $sample->values, array_values($table->rows)));

        return array_filter($values, static fn (int|float $value): bool => floor($value) !== (float) $value) === [];
    }
}
