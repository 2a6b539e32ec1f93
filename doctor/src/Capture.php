<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** A callback that was written down: a raw HTTP request, or JSON with url, headers and body. */
final class Capture
{
    /** @param array<string, string|list<string>> $headers */
    private function __construct(
        public readonly string $url,
        public readonly array $headers,
        public readonly string $body,
    ) {}

    /**
     * @param string|null $url the callback URL that the shop verifies; null for the one that the file has
     * @throws CannotRun if it cannot be read
     */
    public static function read(string $path, ?string $url): self
    {
        $isReadable = $path === '-' || (is_file($path) && is_readable($path));
        $text = $isReadable ? (string) file_get_contents($path === '-' ? 'php://stdin' : $path) : '';
        $text = (string) preg_replace('/^\xef\xbb\xbf/', '', $text);
        if ($text === '') {
            throw new CannotRun("{$path} cannot be read, or is empty");
        }

        return str_starts_with(ltrim($text), '{') ? self::fromJson($path, $text, $url) : self::fromRequest($path, $text, $url);
    }

    private static function fromJson(string $path, string $text, ?string $url): self
    {
        $fields = json_decode($text, true);
        if (!is_array($fields) || !is_array($fields['headers'] ?? null)) {
            throw new CannotRun("{$path}: the JSON has no headers; it needs url, headers and body");
        }
        $headers = array_filter($fields['headers'], static fn (mixed $value): bool => is_string($value) || is_array($value));
        $body = $fields['body'] ?? '';
        /** @var array<string, string|list<string>> $headers */
        return new self(self::urlOf($path, $url ?? $fields['url'] ?? null), $headers, is_string($body) ? $body : (string) json_encode($body));
    }

    private static function fromRequest(string $path, string $text, ?string $url): self
    {
        [$head, $body] = (preg_split('/\r?\n\r?\n/', $text, 2) ?: [$text]) + [1 => ''];
        $lines = preg_split('/\r?\n/', $head) ?: [];
        if (preg_match('~^[A-Z]+ (\S+) HTTP/~', (string) array_shift($lines), $match) !== 1) {
            throw new CannotRun("{$path} is neither an HTTP request nor JSON");
        }
        $headers = [];
        foreach ($lines as $line) {
            [$name, $value] = explode(':', $line, 2) + [1 => ''];
            $headers[trim($name)][] = trim($value);
        }
        $host = array_change_key_case($headers)['host'][0] ?? null;
        // A proxy is sent the whole URL.
        $sent = preg_match('~^https?://~i', $match[1]) === 1 ? $match[1] : ($host === null ? null : "https://{$host}{$match[1]}");

        return new self(self::urlOf($path, $url ?? $sent), $headers, $body);
    }

    private static function urlOf(string $path, mixed $url): string
    {
        if (!is_string($url) || (new Address($url))->host === '') {
            throw new CannotRun("{$path} does not say which URL was called; give it with --callback-url");
        }

        return $url;
    }
}
