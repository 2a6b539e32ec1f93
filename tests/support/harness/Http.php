<?php

declare(strict_types=1);

namespace AurpayTest;

/** HTTP to this machine alone, with PHP's streams: neither ext-curl nor the extension under test. */
final class Http
{
    private const TIMEOUT = 60.0;

    /** @param array<string, string> $headers */
    public static function request(
        string $method,
        string $uri,
        ?string $body = null,
        array $headers = [],
        ?string $caFile = null,
        float $timeout = self::TIMEOUT,
    ): HttpResponse {
        $host = trim((string) parse_url($uri, PHP_URL_HOST), '[]');
        if (!in_array($host, ['127.0.0.1', 'localhost', '::1'], true)) {
            throw new \InvalidArgumentException("{$host} is not a loopback address");
        }
        if (str_starts_with($uri, 'https:') && !in_array('ssl', stream_get_transports(), true)) {
            return self::byToolsPhp($method, $uri, $body, $headers, $caFile);
        }

        return self::byStream($method, $uri, $body, $headers, $caFile, $timeout);
    }

    /** Sends a value as JSON and returns the decoded answer; any status but 200 is an error. */
    public static function json(string $method, string $uri, mixed $value = null, ?string $caFile = null): mixed
    {
        $body = $value === null ? null : json_encode($value, JSON_THROW_ON_ERROR);
        $response = self::request($method, $uri, $body, ['Content-Type' => 'application/json'], $caFile);
        if ($response->status !== 200) {
            throw new \RuntimeException("{$method} {$uri}: {$response->status} {$response->body}");
        }

        return $response->body === '' ? null : $response->json();
    }

    /** @param array<string, string> $headers */
    private static function byStream(
        string $method,
        string $uri,
        ?string $body,
        array $headers,
        ?string $caFile,
        float $timeout,
    ): HttpResponse {
        $lines = ['Connection: close'];
        // Without a Content-Type PHP sends that of a form, with a notice.
        $headers += $body === null ? [] : ['Content-Type' => 'application/json'];
        foreach ($headers as $name => $value) {
            $lines[] = "{$name}: {$value}";
        }
        $http = [
            'method' => $method,
            'header' => $lines,
            'content' => (string) $body,
            'protocol_version' => 1.1,
            'follow_location' => 0,
            'ignore_errors' => true,
            'timeout' => $timeout,
        ];
        $tls = $caFile === null ? [] : ['cafile' => $caFile];
        $context = stream_context_create(['http' => $http, 'ssl' => $tls]);
        $stream = fopen($uri, 'r', false, $context);
        if ($stream === false) {
            throw new \RuntimeException("{$method} {$uri}: no answer");
        }
        $head = stream_get_meta_data($stream)['wrapper_data'] ?? [];
        $content = (string) stream_get_contents($stream);
        $isLate = stream_get_meta_data($stream)['timed_out'];
        fclose($stream);
        // After a timeout, the part that has arrived would look complete.
        if ($isLate) {
            throw new \RuntimeException("{$method} {$uri}: the answer stopped after " . strlen($content) . ' bytes');
        }

        return HttpResponse::fromLines(array_values(array_filter((array) $head, is_string(...))), $content);
    }

    /**
     * Lets a PHP that has the openssl extension make the request.
     *
     * @param array<string, string> $headers
     */
    private static function byToolsPhp(
        string $method,
        string $uri,
        ?string $body,
        array $headers,
        ?string $caFile,
    ): HttpResponse {
        $child = Child::php(__DIR__ . '/https.php');
        $encodedBody = $body === null ? null : base64_encode($body);
        $answer = $child->ask(json_encode([$method, $uri, $encodedBody, $headers, $caFile], JSON_THROW_ON_ERROR));
        $child->stop();
        [$status, $names, $content] = [$answer['status'] ?? null, $answer['headers'] ?? null, $answer['body'] ?? null];
        if (!is_int($status) || !is_array($names) || !is_string($content)) {
            throw new \RuntimeException("{$method} {$uri}: no answer");
        }
        /** @var array<string, string> $names */
        return new HttpResponse($status, $names, (string) base64_decode($content, true));
    }
}
