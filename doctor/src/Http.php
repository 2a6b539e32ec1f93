<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/**
 * A request to the shop's own web server: the extension speaks with gateways alone, and PHP's http streams wait without
 * end for a server that is slow enough, and keep headers without end.
 */
final class Http
{
    private const MAX_ANSWER = 1 << 20;

    /** @param array<string, string> $headers */
    private function __construct(
        public readonly int $status,
        public readonly array $headers,
        public readonly string $body,
    ) {}

    /** Why this PHP cannot make the request; null if it can. */
    public static function obstacle(string $url): ?string
    {
        return (new Address($url))->scheme === 'https' && !extension_loaded('openssl') ? 'this PHP has no extension openssl' : null;
    }

    /**
     * @param list<string> $headers
     * @throws \RuntimeException if there is no answer, in words that have nothing of the URL's path and query
     */
    public static function request(string $method, string $url, float $seconds, array $headers = [], string $body = ''): self
    {
        $address = new Address($url);
        if ($address->host === '' || !in_array($address->scheme, ['http', 'https'], true) || preg_match('/[\x00-\x20\x7f]/', $url) === 1) {
            throw new \RuntimeException('it is not an http or https URL');
        }
        $deadline = new Deadline($seconds);
        $stream = self::connect($address, $seconds);
        @fwrite($stream, self::head($method, $address, [...$headers, 'Content-Length: ' . strlen($body)]) . $body);
        $answer = '';
        do {
            $part = $deadline->read($stream, 8192);
            $answer .= $part;
        } while ($part !== '' && strlen($answer) < self::MAX_ANSWER && !self::isComplete($answer));
        fclose($stream);
        // An answer of status 100 or 103 precedes the one that counts.
        $answer = (string) preg_replace('~^(?:HTTP/\S+ 1\d\d.*?\r\n\r\n)+~s', '', $answer);
        [$head, $body] = explode("\r\n\r\n", $answer, 2) + [1 => ''];
        $lines = explode("\r\n", $head);
        if (!str_contains($answer, "\r\n\r\n") || preg_match('~^HTTP/\S+ \d{3}~', $head) !== 1) {
            throw new \RuntimeException($answer === '' ? 'the connection was closed without an answer' : 'what answers does not speak HTTP');
        }

        return self::parse($lines, preg_match('/^transfer-encoding:.*chunked/im', $head) === 1 ? self::joined($body) : $body);
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

    /**
     * @return resource
     * @throws \RuntimeException
     */
    private static function connect(Address $address, float $seconds)
    {
        $said = [];
        // The first warning has the reason; the others say that there was one.
        set_error_handler(static function (int $level, string $text) use (&$said): bool {
            $said[] = (string) preg_replace('/^\w+\(\): /', '', $text);

            return true;
        });
        try {
            $stream = stream_socket_client(
                ($address->scheme === 'https' ? 'tls' : 'tcp') . "://{$address->authority()}",
                $code,
                $message,
                $seconds,
                STREAM_CLIENT_CONNECT,
                stream_context_create(['ssl' => ['peer_name' => $address->host]]),
            );
        } finally {
            restore_error_handler();
        }

        return $stream !== false ? $stream : throw new \RuntimeException($said[0] ?? 'there is no connection');
    }

    /** @param list<string> $headers */
    private static function head(string $method, Address $address, array $headers): string
    {
        $parts = parse_url($address->url) ?: [];
        $target = ($parts['path'] ?? '/') . (isset($parts['query']) ? "?{$parts['query']}" : '');
        if (isset($parts['user'])) {
            $headers[] = 'Authorization: Basic ' . base64_encode(rawurldecode($parts['user']) . ':' . rawurldecode($parts['pass'] ?? ''));
        }
        $host = $address->port === ($address->scheme === 'http' ? 80 : 443) ? preg_replace('/:\d+$/', '', $address->authority()) : $address->authority();

        return implode("\r\n", ["{$method} {$target} HTTP/1.1", "Host: {$host}", 'User-Agent: aurpay-doctor', 'Connection: close', ...$headers]) . "\r\n\r\n";
    }

    /** Servers need not close the connection when they are asked to. */
    private static function isComplete(string $answer): bool
    {
        [$head, $body] = explode("\r\n\r\n", $answer, 2) + [1 => ''];

        return str_contains($answer, "\r\n\r\n") && preg_match('~^HTTP/\S+ 1~', $head) !== 1 && match (true) {
            preg_match('/^transfer-encoding:.*chunked/im', $head) === 1 => preg_match('/(?:^|\r\n)0+\r\n(?:.*\r\n)?\r\n$/s', substr($body, -1024)) === 1,
            preg_match('/^content-length:\s*(\d{1,9})\s*$/im', $head, $match) === 1 => strlen($body) >= (int) $match[1],
            default => false,
        };
    }

    /** The text of a body that came in chunks. */
    private static function joined(string $chunks): string
    {
        $text = '';
        while (preg_match('/^([0-9a-f]{1,6})[^\r\n]*\r\n/i', $chunks, $match) === 1 && ($length = (int) hexdec($match[1])) > 0) {
            $text .= substr($chunks, strlen($match[0]), $length);
            $chunks = substr($chunks, strlen($match[0]) + $length + 2);
        }

        return $text;
    }
}
