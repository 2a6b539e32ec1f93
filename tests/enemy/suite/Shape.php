<?php

declare(strict_types=1);

namespace AurpayTest\Enemy;

/** What a value looks like: types, digits, keys, order, references and objects. Two shapes differ if a call changed it. */
final class Shape
{
    private const DEPTH = 12;
    private const ELEMENTS = 100;
    private const BYTES = 1024;

    /** @var array<string, int> references that were met, by their ids */
    private array $references = [];
    private int $elements = 0;

    public static function of(mixed $value): string
    {
        return (new self())->describe($value, 0);
    }

    private function describe(mixed $value, int $depth): string
    {
        return match (true) {
            is_array($value) => $this->describeArray($value, $depth),
            is_object($value) => $value::class . '#' . spl_object_id($value),
            is_string($value) => strlen($value) . ':' . crc32(substr($value, 0, self::BYTES) . substr($value, -self::BYTES)),
            is_float($value) => 'float ' . bin2hex(pack('E', $value)),
            is_resource($value) => 'resource',
            default => get_debug_type($value) . ' ' . var_export($value, true),
        };
    }

    /** @param array<mixed> $array */
    private function describeArray(array $array, int $depth): string
    {
        if ($depth === self::DEPTH) {
            return 'array of ' . count($array);
        }
        $shape = count($array) . '[';
        foreach ($array as $key => $element) {
            if (++$this->elements > self::ELEMENTS) {
                break;
            }
            $shape .= is_int($key) ? "{$key} " : $this->describe($key, 0) . ' ';
            $id = \ReflectionReference::fromArrayElement($array, $key)?->getId();
            if ($id !== null && isset($this->references[$id])) {
                $shape .= "&{$this->references[$id]},";
                continue;
            }
            if ($id !== null) {
                $this->references[$id] = count($this->references);
                $shape .= '&';
            }
            $shape .= $this->describe($element, $depth + 1) . ',';
        }

        return $shape . ']';
    }
}
