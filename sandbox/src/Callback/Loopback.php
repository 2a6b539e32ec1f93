<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

final class Loopback
{
    /**
     * Whether a URL leads to this machine. The sandbox sends callbacks only
     * to this machine, as they contain a key.
     *
     * @phpstan-assert-if-true =non-empty-string $url
     */
    public static function is(string $url): bool
    {
        $parts = parse_url($url);
        if (!is_array($parts) || isset($parts['user']) || str_contains($url, '\\')) {
            return false;
        }
        $host = strtolower($parts['host'] ?? '');

        return in_array($parts['scheme'] ?? '', ['http', 'https'], true)
            && ($host === 'localhost'
                || $host === '[::1]'
                || (str_starts_with($host, '127.') && filter_var($host, FILTER_VALIDATE_IP) !== false));
    }
}
