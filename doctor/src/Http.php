<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** A request to the shop's own web server, by PHP's streams: the extension speaks with gateways alone. */
final class Http
{
    /** @param array<string, string> $headers */
    private function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body,
    ) {}

    /** Why this PHP cannot make the request; null if it can. */
    public static function obstacle(string $url): ?string
    {
        return match (true) {
            !in_array(strtolower((string) ini_get('allow_url_fopen')), ['1', 'on', 'yes', 'true'], true) => 'allow_url_fopen is off; run it with php -d allow_url_fopen=1',
            str_starts_with(strtolower($url), 'https:') && !extension_loaded('openssl') => 'this PHP has no extension openssl',
            default => null,
        };
    }

    /**
     * @param list<string> $headers
     * @throws \RuntimeException if there is no answer
     */
    public static function request(string $method, string $url, float $seconds, array $headers = [], string $body = ''): self
    {
        $context = stream_context_create(['http' => [
            'method' => $method, 'header' => $headers, 'content' => $body, 'timeout' => $seconds,
            'follow_location' => 0, 'ignore_errors' => true, 'protocol_version' => 1.1, 'user_agent' => 'aurpay-doctor',
        ]]);
        error_clear_last();
        $stream = @fopen($url, 'r', false, $context);
        if ($stream === false) {
            throw new \RuntimeException(self::reason());
        }
        $answer = (string) stream_get_contents($stream, 1 << 20);
        /** @var list<string> $lines */
        $lines = stream_get_meta_data($stream)['wrapper_data'] ?? [];
        fclose($stream);

        return self::parse($lines, $answer);
    }

    /** @param list<string> $lines of the answer's head */
    public static function parse(array $lines, string $body): self
    {
        $status = 0;
        $headers = [];
        foreach ($lines as $line) {
            if (preg_match('~^(?:HTTP/\S+|Status:)\s+(\d{3})~i', $line, $match) === 1) {
                [$status, $headers] = [(int) $match[1], []];
            } elseif (str_contains($line, ':')) {
                [$name, $value] = explode(':', $line, 2);
                $headers[strtolower(trim($name))] = trim($value);
            }
        }

        return new self($status, $headers, $body);
    }

    /** PHP's own words, without its function's name and the URL, which may have a secret. */
    private static function reason(): string
    {
        $message = error_get_last()['message'] ?? 'no answer';

        return (string) preg_replace('/^\w+\(.*?\): (?:Failed to open stream: )?/i', '', $message);
    }
}
