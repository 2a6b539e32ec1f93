<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Money;

/**
 * Exact arithmetic on non-negative decimals held as strings ("18", "0.0001").
 *
 * It does not use bcmath or gmp, as many hosts do not have them. Results have
 * no superfluous zeros.
 */
final class Decimal
{
    /**
     * The plain form of a JSON number: exponents expanded, zeros trimmed.
     * Null for a negative number, and for more than 40 places before or after
     * the point.
     */
    public static function plain(string $number): ?string
    {
        if (preg_match('/^([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]{1,3}))?$/D', $number, $part) !== 1) {
            return null;
        }
        $fraction = $part[2] ?? '';
        $places = strlen($fraction) - (int) ($part[3] ?? 0);
        $digits = $part[1] . $fraction;
        if ($places > 40 || $places < -40 || strlen($digits) > 80) {
            return null;
        }

        return $places < 0
            ? self::join($digits . str_repeat('0', -$places), 0)
            : self::join($digits, $places);
    }

    /** A decimal in the format of the order list: "18" becomes "18.0". */
    public static function withFraction(string $decimal): string
    {
        return str_contains($decimal, '.') ? $decimal : $decimal . '.0';
    }

    public static function isPositive(string $decimal): bool
    {
        return trim($decimal, '0.') !== '';
    }

    /** -1, 0 or 1. */
    public static function compare(string $a, string $b): int
    {
        [$x, $y] = self::align($a, $b);

        return strcmp($x, $y) <=> 0;
    }

    public static function add(string $a, string $b): string
    {
        [$x, $y, $scale] = self::align($a, $b);
        $sum = '';
        $carry = 0;
        for ($i = strlen($x) - 1; $i >= 0; $i--) {
            $digit = (int) $x[$i] + (int) $y[$i] + $carry;
            $carry = intdiv($digit, 10);
            $sum = ($digit % 10) . $sum;
        }

        return self::join($carry . $sum, $scale);
    }

    /** $a - $b. $b must not be larger than $a. */
    public static function subtract(string $a, string $b): string
    {
        [$x, $y, $scale] = self::align($a, $b);
        $difference = '';
        $borrow = 0;
        for ($i = strlen($x) - 1; $i >= 0; $i--) {
            $digit = (int) $x[$i] - (int) $y[$i] - $borrow;
            $borrow = $digit < 0 ? 1 : 0;
            $difference = ($digit + 10 * $borrow) . $difference;
        }
        if ($borrow === 1) {
            throw new \RangeException("$a - $b is below zero");
        }

        return self::join($difference, $scale);
    }

    public static function multiply(string $a, string $b): string
    {
        [$x, $scaleX] = self::split($a);
        [$y, $scaleY] = self::split($b);
        $cells = array_fill(0, strlen($x) + strlen($y), 0);
        for ($i = strlen($x) - 1; $i >= 0; $i--) {
            for ($j = strlen($y) - 1; $j >= 0; $j--) {
                $cell = $cells[$i + $j + 1] + (int) $x[$i] * (int) $y[$j];
                $cells[$i + $j + 1] = $cell % 10;
                $cells[$i + $j] += intdiv($cell, 10);
            }
        }

        return self::join(implode('', $cells), $scaleX + $scaleY);
    }

    /** Rounds half up to $scale places. */
    public static function round(string $a, int $scale): string
    {
        [$digits, $places] = self::split($a);
        if ($places <= $scale) {
            return self::join($digits, $places);
        }
        $digits = str_pad($digits, $places + 1, '0', STR_PAD_LEFT);
        $cut = $places - $scale;
        $kept = self::join(substr($digits, 0, -$cut), $scale);
        $unit = self::join('1', $scale);

        return $digits[strlen($digits) - $cut] >= '5' ? self::add($kept, $unit) : $kept;
    }

    public static function min(string $a, string $b): string
    {
        return self::compare($a, $b) <= 0 ? $a : $b;
    }

    /**
     * @return array{string, int} the digits without the point, and the number of places
     */
    private static function split(string $decimal): array
    {
        $point = strpos($decimal, '.');
        if ($point === false) {
            return [$decimal, 0];
        }

        return [str_replace('.', '', $decimal), strlen($decimal) - $point - 1];
    }

    /**
     * @return array{string, string, int} both digit strings with equal length and scale
     */
    private static function align(string $a, string $b): array
    {
        [$x, $scaleX] = self::split($a);
        [$y, $scaleY] = self::split($b);
        $scale = max($scaleX, $scaleY);
        $x .= str_repeat('0', $scale - $scaleX);
        $y .= str_repeat('0', $scale - $scaleY);
        $length = max(strlen($x), strlen($y));

        return [str_pad($x, $length, '0', STR_PAD_LEFT), str_pad($y, $length, '0', STR_PAD_LEFT), $scale];
    }

    private static function join(string $digits, int $scale): string
    {
        $digits = str_pad($digits, $scale + 1, '0', STR_PAD_LEFT);
        $whole = ltrim(substr($digits, 0, strlen($digits) - $scale), '0');
        $fraction = $scale === 0 ? '' : rtrim(substr($digits, -$scale), '0');

        return ($whole === '' ? '0' : $whole) . ($fraction === '' ? '' : '.' . $fraction);
    }
}
