<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

/**
 * A database row with typed access. A missing column or a wrong type is a bug
 * in the sandbox, and throws.
 */
final readonly class Row
{
    /**
     * @param array<array-key, mixed> $columns
     */
    public function __construct(private array $columns) {}

    public function text(string $column): string
    {
        $value = $this->columns[$column] ?? null;
        if (is_int($value)) {
            return (string) $value;
        }

        return is_string($value) ? $value : throw new \UnexpectedValueException("Column $column is not text");
    }

    public function textOrNull(string $column): ?string
    {
        return isset($this->columns[$column]) ? $this->text($column) : null;
    }

    public function int(string $column): int
    {
        $value = $this->columns[$column] ?? null;

        return is_int($value) ? $value : throw new \UnexpectedValueException("Column $column is not an integer");
    }

    public function intOrNull(string $column): ?int
    {
        return isset($this->columns[$column]) ? $this->int($column) : null;
    }

    public function bool(string $column): bool
    {
        return $this->int($column) !== 0;
    }
}
