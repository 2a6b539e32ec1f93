<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Http;

/**
 * Sends a response through the web server that PHP runs in.
 */
final class Emitter
{
    /** What the server in front of PHP compresses: not streams, which it would hold back. */
    public const FRONT_TYPES = ['application/json', 'text/html', 'text/css', 'text/javascript'];

    public static function send(Request $request, Response $response): void
    {
        // A client that disconnects must not stop a call, and PHP must neither
        // compress the body again nor add its own headers.
        ignore_user_abort(true);
        ini_set('zlib.output_compression', '0');
        header_remove('X-Powered-By');

        if ($response->drop) {
            self::drop();

            return;
        }
        if ($response->stream !== null) {
            self::sendStream($response, $response->stream);

            return;
        }
        [$body, $headers] = self::compress($request, $response);
        http_response_code($response->status);
        foreach ($headers + ['Content-Length' => (string) strlen($body)] as $name => $value) {
            header("$name: $value");
        }
        foreach ($response->warnings as $warning) {
            header("X-Sandbox-Warning: $warning", false);
        }
        if ($request->method !== 'HEAD') {
            echo $response->truncate === null ? $body : substr($body, 0, $response->truncate);
        }
    }

    /**
     * Sends each part at once. Stops when the client has gone.
     *
     * @param \Closure(): iterable<string> $stream
     */
    private static function sendStream(Response $response, \Closure $stream): void
    {
        http_response_code($response->status);
        foreach ($response->headers as $name => $value) {
            header("$name: $value");
        }
        while (ob_get_level() > 0) {
            ob_end_flush();
        }
        foreach ($stream() as $part) {
            echo $part;
            flush();
            if (connection_aborted() === 1) {
                break;
            }
        }
    }

    /**
     * nginx closes the connection without an answer (its status 444). PHP's
     * built-in server cannot do that: it sends the headers, and then nothing.
     */
    private static function drop(): void
    {
        if (PHP_SAPI === 'fpm-fcgi') {
            header('X-Accel-Redirect: /_sandbox_drop');

            return;
        }
        header('Content-Type: application/json');
        header('Content-Length: 1000');
    }

    /**
     * The service compresses its answers (the recorded ones have br and gzip). The sandbox uses the encodings that this
     * PHP has. br comes first, from PHP's extension brotli or, with --tls, from nginx's module.
     *
     * @return array{string, array<string, string>} body and headers
     */
    private static function compress(Request $request, Response $response): array
    {
        $available = ['gzip', 'deflate'];
        if (self::hasBrotli() || ($request->frontCompresses && self::isForFront($response))) {
            array_unshift($available, 'br');
        }
        $encoding = self::encoding($request->header('Accept-Encoding'), $available);
        if ($encoding === null || $response->body === '' || isset($response->headers['Content-Encoding'])) {
            return [$response->body, $response->headers];
        }
        if ($encoding === 'br' && !self::hasBrotli()) {
            return [$response->body, $response->headers + ['Vary' => 'Accept-Encoding']];
        }
        $body = match ($encoding) {
            'br' => brotli_compress($response->body),
            'gzip' => gzencode($response->body),
            // "deflate" is the zlib format (RFC 9110, 8.4.1.2).
            'deflate' => gzcompress($response->body),
        };

        return [
            (string) $body,
            $response->headers + ['Content-Encoding' => $encoding, 'Vary' => 'Accept-Encoding'],
        ];
    }

    private static function hasBrotli(): bool
    {
        return function_exists('brotli_compress');
    }

    /** nginx's module compresses only these statuses. What is to be truncated must not change on its way. */
    private static function isForFront(Response $response): bool
    {
        [$type] = explode(';', $response->headers['Content-Type'] ?? '');

        return in_array($response->status, [200, 403, 404], true)
            && in_array($type, self::FRONT_TYPES, true)
            && $response->truncate === null;
    }

    /**
     * @param list<'br'|'gzip'|'deflate'> $available
     *
     * @return 'br'|'gzip'|'deflate'|null
     */
    private static function encoding(string $accepted, array $available): ?string
    {
        $accepted = strtolower($accepted);
        foreach ($available as $encoding) {
            $offered = preg_match('/(?:^|,)\s*' . $encoding . '\s*(?:;\s*q=([0-9.]+)\s*)?(?:,|$)/', $accepted, $match);
            if ($offered === 1 && (float) ($match[1] ?? '1') > 0.0) {
                return $encoding;
            }
        }

        return null;
    }
}
