<?php

declare(strict_types=1);

namespace AurpayBench\Report;

final readonly class Number
{
    /** Four significant digits where there is a fraction, and thousands set apart. */
    public static function format(float $number): string
    {
        $digits = $number === 0.0 || floor($number) === $number ? 0 : max(0, 2 - (int) floor(log10(abs($number))));

        return number_format($number, min($digits, 3));
    }
}
