<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

final class Check
{
    public static function same(mixed $expected, mixed $actual, string $what = ''): void
    {
        if ($expected !== $actual) {
            throw new Failed(trim("$what expected " . self::show($expected) . ', got ' . self::show($actual)));
        }
    }

    public static function true(bool $condition, string $what): void
    {
        if (!$condition) {
            throw new Failed($what);
        }
    }

    public static function contains(string $part, string $whole): void
    {
        self::true(str_contains($whole, $part), self::show($part) . ' is not in ' . self::show($whole));
    }

    public static function matches(string $regex, string $text): void
    {
        self::true(preg_match($regex, $text) === 1, self::show($text) . " does not match $regex");
    }

    /**
     * Repeats $condition until it is true.
     *
     * @param \Closure(): bool $condition
     */
    public static function soon(\Closure $condition, string $what, float $seconds = 60.0): void
    {
        $deadline = microtime(true) + $seconds;
        while (!$condition()) {
            clearstatcache();
            self::true(microtime(true) < $deadline, "$what: not within $seconds s");
            usleep(20_000);
        }
    }

    private static function show(mixed $value): string
    {
        return (string) json_encode($value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
    }
}
