<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Scheme, host and port of a URL. */
final class Address
{
    public readonly string $scheme;
    /** Without the brackets of an IPv6 address; "" if the URL has none. */
    public readonly string $host;
    public readonly int $port;

    public function __construct(public readonly string $url)
    {
        $parts = parse_url($url) ?: [];
        $this->scheme = strtolower($parts['scheme'] ?? '');
        $this->host = trim($parts['host'] ?? '', '[]');
        $this->port = $parts['port'] ?? ($this->scheme === 'http' ? 80 : 443);
    }

    /** @return array<string, string> for the placeholders of commands */
    public function values(): array
    {
        $url = self::quoted(self::withoutSecrets($this->url));

        return [
            'host' => self::quoted($this->host), 'authority' => self::quoted($this->authority()), 'uri' => $url, 'url' => $url,
            'signed-url' => str_replace("'", "\\'", self::withoutValues($this->url)),
        ];
    }

    /** host:port, as sockets and HTTP want it. */
    public function authority(): string
    {
        return (str_contains($this->host, ':') ? "[{$this->host}]" : $this->host) . ":{$this->port}";
    }

    public static function isNumeric(string $host): bool
    {
        return filter_var($host, FILTER_VALIDATE_IP) !== false;
    }

    /**
     * The addresses of a host by the system's resolver, as a call would get them.
     *
     * @return array{4: list<string>, 6: list<string>}
     */
    public static function lookUp(string $host): array
    {
        if (strlen($host) > 253) {
            return [4 => [], 6 => []];
        }
        if (self::isNumeric($host)) {
            $isFour = !str_contains($host, ':');

            return [4 => $isFour ? [$host] : [], 6 => $isFour ? [] : [$host]];
        }

        return [4 => gethostbynamel($host) ?: [], 6 => self::lookUpSix($host)];
    }

    /** @return list<string> */
    private static function lookUpSix(string $host): array
    {
        if (function_exists('socket_addrinfo_lookup')) {
            $found = @socket_addrinfo_lookup($host, null, ['ai_family' => AF_INET6, 'ai_socktype' => SOCK_STREAM]) ?: [];
            $addresses = array_column(array_column(array_map(socket_addrinfo_explain(...), $found), 'ai_addr'), 'sin6_addr');
        } else {
            $addresses = array_column(@dns_get_record($host, DNS_AAAA) ?: [], 'ipv6');
        }

        return array_values(array_unique(array_filter($addresses, is_string(...))));
    }

    /** Without user, password, query and fragment. */
    private static function withoutSecrets(string $url): string
    {
        return (string) preg_replace(['~[?#].*$~s', '~(?<=://)[^/]*@~'], '', $url);
    }

    /** Without user and password, and with "…" for the values of parameters. */
    private static function withoutValues(string $url): string
    {
        [$path, $query] = explode('?', $url, 2) + [1 => ''];

        return self::withoutSecrets($path) . ($query === '' ? '' : '?' . preg_replace('/=[^&]*/', '=…', $query));
    }

    /** As a shell takes it for one word: a file of variables is not code. */
    private static function quoted(string $text): string
    {
        return preg_match('~^[\w.:/@%+,=\[\]-]+$~', $text) === 1 ? $text : "'" . str_replace("'", "'\\''", $text) . "'";
    }
}
