<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

final readonly class Answer
{
    /**
     * @param array<string, string> $headers lower-case names
     */
    public function __construct(
        public int $status,
        public array $headers,
        public string $body,
        public int $curlError,
        public int $httpVersion,
    ) {}

    /** The value at a path in the JSON body. */
    public function at(int|string ...$path): mixed
    {
        $value = json_decode($this->body, true, 64, JSON_BIGINT_AS_STRING);
        foreach ($path as $step) {
            if (!is_array($value) || !array_key_exists($step, $value)) {
                throw new Failed(implode('.', $path) . " is missing in {$this->body}");
            }
            $value = $value[$step];
        }

        return $value;
    }

    public function text(int|string ...$path): string
    {
        $value = $this->at(...$path);

        return is_string($value) ? $value : throw new Failed(implode('.', $path) . " is not a string in {$this->body}");
    }

    public function int(int|string ...$path): int
    {
        $value = $this->at(...$path);

        return is_int($value) ? $value : throw new Failed(implode('.', $path) . " is not an integer in {$this->body}");
    }

    /**
     * @return array<array-key, mixed>
     */
    public function list(int|string ...$path): array
    {
        $value = $this->at(...$path);

        return is_array($value) ? $value : throw new Failed(implode('.', $path) . " is not an array in {$this->body}");
    }
}
