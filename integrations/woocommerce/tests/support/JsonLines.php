<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** Files with one JSON value in each line. */
final class JsonLines
{
    /**
     * @return list<mixed> nothing if there is no such file
     */
    public static function read(string $file): array
    {
        $lines = is_file($file) ? file($file, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES) : [];

        return array_map(
            static fn (string $line): mixed => json_decode($line, true, 64, JSON_THROW_ON_ERROR),
            $lines === false ? [] : $lines,
        );
    }
}
