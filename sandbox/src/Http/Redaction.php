<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Http;

/**
 * Masks secrets in requests and responses before they are logged or recorded.
 */
final class Redaction
{
    public const MASK = '***';

    private const HEADERS = [
        'api-key', 'api-token', 'authorization', 'callback-token', 'cookie', 'proxy-authorization',
        'set-cookie', 'signature', 'token', 'x-api-key',
    ];
    private const MEMBERS = 'password|access_token|api_key|key|token|verify_code';
    /** A shorter secret could be part of ordinary words. */
    private const SHORTEST = 8;

    /**
     * @param array<string, string> $headers lower-case name => value
     *
     * @return array<string, string>
     */
    public static function headers(array $headers): array
    {
        foreach (self::HEADERS as $name) {
            if (($headers[$name] ?? '') !== '') {
                $headers[$name] = self::MASK;
            }
        }

        return $headers;
    }

    /**
     * Masks secrets in a body or a target: the values of secret names in JSON,
     * forms and queries (so also the token of a pay URL), and given values.
     *
     * @param array<array-key, string> $secrets
     */
    public static function text(string $text, array $secrets): string
    {
        $patterns = [
            '/("(?:' . self::MEMBERS . ')"\s*:\s*)(?:"(?:[^"\\\\]|\\\\.)*+"?|[^\s",{}\[\]]++)/s' => '$1"' . self::MASK . '"',
            // The one-time password of AzPays is a string. An envelope's code is a number and stays.
            '/("code"\s*:\s*)"(?:[^"\\\\]|\\\\.)*+"?/s' => '$1"' . self::MASK . '"',
            '/((?:^|[?&])(?:' . self::MEMBERS . ')=)[^&"\s]*+/' => '$1' . self::MASK,
        ];
        $masked = preg_replace(array_keys($patterns), array_values($patterns), $text) ?? self::MASK;
        $long = array_filter($secrets, static fn (string $secret): bool => strlen($secret) >= self::SHORTEST);

        return str_replace(array_values($long), self::MASK, $masked);
    }
}
