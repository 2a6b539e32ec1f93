<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Json\Reader;
use Aurpay\Sandbox\Money\Decimal;

/**
 * The fields of a JSON object or a query, read with their types.
 */
final readonly class Input
{
    /**
     * @param array<array-key, mixed> $fields
     */
    public function __construct(private array $fields) {}

    public static function fromJson(string $json): self
    {
        try {
            return self::fromDecoded(Reader::decode($json));
        } catch (\JsonException $failure) {
            throw new InvalidInput('The request body is not valid JSON: ' . $failure->getMessage());
        }
    }

    public static function fromDecoded(mixed $decoded): self
    {
        if (!is_array($decoded) || ($decoded !== [] && array_is_list($decoded))) {
            throw new InvalidInput('The request body must be a JSON object');
        }

        return new self($decoded);
    }

    public function has(string $name): bool
    {
        return isset($this->fields[$name]);
    }

    /**
     * @return list<string>
     */
    public function names(): array
    {
        return array_map(strval(...), array_keys($this->fields));
    }

    /**
     * Refuses other names than these: one that is misspelt would be ignored, and its caller would not learn why.
     *
     * @param list<string> $known
     */
    public function allowOnly(array $known): self
    {
        $unknown = array_diff($this->names(), $known);
        if ($unknown !== []) {
            throw new InvalidInput('Unknown: ' . implode(', ', $unknown)
                . ($known === [] ? '' : '. Allowed: ' . implode(', ', $known)));
        }

        return $this;
    }

    public function text(string $name, string $default = ''): string
    {
        $value = $this->fields[$name] ?? $default;

        return is_string($value) ? $value : throw new InvalidInput("$name must be a string");
    }

    public function requiredText(string $name): string
    {
        $value = $this->text($name);

        return $value !== '' ? $value : throw new InvalidInput("$name is required");
    }

    /** For ids, which shops send as strings and as numbers. */
    public function textOrNumber(string $name): string
    {
        $value = $this->fields[$name] ?? '';

        return $value instanceof Number ? $value->digits : $this->text($name);
    }

    /** The digits of a number, as they were sent. */
    public function number(string $name): string
    {
        $value = $this->fields[$name] ?? null;

        return $value instanceof Number ? $value->digits : throw $this->notNumber($name);
    }

    public function flag(string $name, bool $default = false): bool
    {
        $value = $this->fields[$name] ?? $default;

        return is_bool($value) ? $value : throw new InvalidInput("$name must be true or false");
    }

    public function integer(string $name, int $default): int
    {
        $value = $this->fields[$name] ?? null;
        if ($value === null) {
            return $default;
        }
        $digits = $value instanceof Number ? $value->digits : '';

        return preg_match('/^-?[0-9]{1,15}$/D', $digits) === 1
            ? (int) $digits
            : throw new InvalidInput("$name must be an integer");
    }

    /**
     * An amount of money above zero: the value that was sent, without superfluous zeros.
     *
     * The documents say number. A string is accepted only with $quoted, which
     * callers set where a document or a public plugin sends a string.
     */
    public function amount(string $name, bool $quoted = false): string
    {
        $value = $this->fields[$name] ?? throw new InvalidInput("$name is required");
        $digits = $value instanceof Number ? $value->digits : ($quoted ? $value : null);
        if (!is_string($digits)) {
            throw $this->notNumber($name);
        }
        $decimal = Decimal::plain($digits) ?? throw new InvalidInput("$name is not an amount");

        return Decimal::isPositive($decimal) ? $decimal : throw new InvalidInput("$name must be greater than 0");
    }

    private function notNumber(string $name): InvalidInput
    {
        $quoted = is_string($this->fields[$name] ?? null) ? ' without quotes, not a string' : '';

        return new InvalidInput("$name must be a number$quoted");
    }

    /** An optional http(s) URL. */
    public function url(string $name): string
    {
        $url = $this->text($name);
        if ($url !== '' && preg_match('~^https?://[^\s/?#\x00-\x1f\x7f]+[^\s\x00-\x1f\x7f]*$~Di', $url) !== 1) {
            throw new InvalidInput("$name is not an http or https URL");
        }

        return $url;
    }

    public function object(string $name): self
    {
        $value = $this->fields[$name] ?? [];

        return is_array($value) ? new self($value) : throw new InvalidInput("$name must be an object");
    }

    /** The same fields, and one more if it is missing. */
    public function withDefault(string $name, string $value): self
    {
        return new self($this->fields + [$name => $value]);
    }

    /**
     * The members of this object, which must be strings.
     *
     * @return array<string, string>
     */
    public function texts(): array
    {
        $texts = [];
        foreach ($this->fields as $name => $value) {
            $texts[(string) $name] = is_string($value)
                ? $value
                : throw new InvalidInput("$name must be a string");
        }

        return $texts;
    }
}
