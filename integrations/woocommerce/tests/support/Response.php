<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** An answer of the shop. */
final readonly class Response
{
    /**
     * @param array<string, string> $headers names in lower case; a repeated header has a line for each value
     */
    public function __construct(public int $status, public array $headers, public string $body, public string $url) {}

    public function header(string $name): string
    {
        return $this->headers[strtolower($name)] ?? '';
    }

    /** Where a redirect leads to. */
    public function location(): string
    {
        return $this->header('location');
    }

    /**
     * @return array<array-key, mixed>
     */
    public function json(): array
    {
        $value = json_decode($this->body, true);

        return is_array($value) ? $value : throw new \RuntimeException("{$this->url} did not answer with JSON: {$this}");
    }

    /** A member of the JSON by its path: value('payment_result', 'redirect_url'). */
    public function value(string|int ...$path): mixed
    {
        $value = $this->json();
        foreach ($path as $name) {
            if (!is_array($value) || !array_key_exists($name, $value)) {
                throw new \RuntimeException('There is no ' . implode(' / ', $path) . " in: {$this}");
            }
            $value = $value[$name];
        }

        return $value;
    }

    /** Like value(), for a text. */
    public function text(string|int ...$path): string
    {
        $value = $this->value(...$path);

        return is_string($value) ? $value : throw new \RuntimeException(implode(' / ', $path) . ' is no text');
    }

    /** Like value(), for a number. */
    public function number(string|int ...$path): int
    {
        $value = $this->value(...$path);

        return is_numeric($value) ? (int) $value : throw new \RuntimeException(implode(' / ', $path) . ' is no number');
    }

    /** The page's text without its elements, as a reader sees it. */
    public function readable(): string
    {
        $withoutScripts = (string) preg_replace('~<(script|style)\b.*?</\1>~is', ' ', $this->body);
        $text = html_entity_decode(strip_tags($withoutScripts), ENT_QUOTES | ENT_HTML5);

        return trim((string) preg_replace('/\s+/u', ' ', $text));
    }

    public function __toString(): string
    {
        return "HTTP {$this->status}, " . substr($this->body, 0, 1500);
    }
}
