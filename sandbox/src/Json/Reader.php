<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Json;

/**
 * json_decode() that keeps every number's digits.
 */
final class Reader
{
    private const DEPTH = 64;

    /**
     * @return mixed null, bool, string, Number, or an array of these
     *
     * @throws \JsonException
     */
    public static function decode(string $json): mixed
    {
        // Validate the document first. Then every digit outside of a string is
        // part of a number.
        json_decode($json, true, self::DEPTH, JSON_THROW_ON_ERROR);

        // No string of the document can begin with 16 random bytes.
        $mark = bin2hex(random_bytes(16));
        $quoted = preg_replace_callback(
            '/"(?:[^"\\\\]++|\\\\.)*+"(*SKIP)(*FAIL)|' . Number::PATTERN . '/s',
            static fn (array $match): string => '"' . $mark . $match[0] . '"',
            $json,
        );
        if ($quoted === null) {
            throw new \JsonException('The document is too complex');
        }

        return self::restore(json_decode($quoted, true, self::DEPTH, JSON_THROW_ON_ERROR), $mark);
    }

    private static function restore(mixed $value, string $mark): mixed
    {
        if (is_string($value) && str_starts_with($value, $mark)) {
            return new Number(substr($value, strlen($mark)));
        }
        if (is_array($value)) {
            return array_map(static fn (mixed $item): mixed => self::restore($item, $mark), $value);
        }

        return $value;
    }
}
