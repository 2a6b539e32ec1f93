<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Net;

/**
 * Host names and addresses, as options and URLs spell them.
 */
final class Host
{
    private const LABEL = '[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?';

    /**
     * The host in lower case, an address in its shortest form and without brackets. Null if it is neither a host name
     * nor an address.
     *
     * Numbers such as 127.1 or 0x7f000001 are neither: libcurl takes them for addresses, PHP does not.
     */
    public static function normal(string $host): ?string
    {
        $host = strtolower($host);
        if (preg_match('/^\[(.*)\]$/D', $host, $match) === 1) {
            return str_contains($match[1], ':') ? self::address($match[1]) : null;
        }

        return self::address($host) ?? (self::isName($host) ? $host : null);
    }

    /** An address in its shortest form; one that only maps an IPv4 address into IPv6 becomes the IPv4 address. */
    public static function address(string $text): ?string
    {
        if (filter_var($text, FILTER_VALIDATE_IP) === false) {
            return null;
        }
        $bytes = (string) inet_pton($text);
        if (strlen($bytes) === 16 && str_starts_with($bytes, str_repeat("\0", 10) . "\xff\xff")) {
            $bytes = substr($bytes, 12);
        }

        return (string) inet_ntop($bytes);
    }

    public static function isAddress(string $host): bool
    {
        return filter_var($host, FILTER_VALIDATE_IP) !== false;
    }

    public static function isLoopback(string $host): bool
    {
        return $host === 'localhost' || $host === '::1' || (self::isAddress($host) && str_starts_with($host, '127.'));
    }

    public static function isWildcard(string $host): bool
    {
        return $host === '0.0.0.0' || $host === '::';
    }

    /** The host as it stands in a URL, in a Host header, and before a port. */
    public static function inUrl(string $host): string
    {
        return str_contains($host, ':') ? "[$host]" : $host;
    }

    private static function isName(string $host): bool
    {
        // URLs with a number as the last label are read as IPv4 addresses (WHATWG URL, 3.5).
        return strlen($host) <= 253
            && preg_match('/^' . self::LABEL . '(?:\.' . self::LABEL . ')*$/D', $host) === 1
            && preg_match('/(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)$/D', $host) !== 1;
    }
}
