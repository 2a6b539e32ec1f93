<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Json;

/**
 * json_encode() that writes a Number digit for digit and refuses floats.
 */
final class Writer
{
    private const FLAGS = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
        | JSON_INVALID_UTF8_SUBSTITUTE;

    public static function encode(mixed $value): string
    {
        return match (true) {
            $value instanceof Number => $value->digits,
            $value instanceof \stdClass => self::object(get_object_vars($value)),
            is_array($value) => array_is_list($value) ? self::list($value) : self::object($value),
            is_string($value), is_int($value), is_bool($value), $value === null => json_encode($value, self::FLAGS),
            default => throw new \LogicException('Not for JSON: ' . get_debug_type($value)),
        };
    }

    /**
     * @param list<mixed> $items
     */
    private static function list(array $items): string
    {
        return '[' . implode(',', array_map(self::encode(...), $items)) . ']';
    }

    /**
     * @param array<array-key, mixed> $members
     */
    private static function object(array $members): string
    {
        $parts = [];
        foreach ($members as $name => $value) {
            $parts[] = json_encode((string) $name, self::FLAGS) . ':' . self::encode($value);
        }

        return '{' . implode(',', $parts) . '}';
    }
}
