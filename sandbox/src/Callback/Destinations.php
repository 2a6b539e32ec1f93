<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Cli\StartFailure;
use Aurpay\Sandbox\Net\Host;
use Aurpay\Sandbox\Net\Range;

/**
 * Where callbacks may go. They contain a key, so by default they go only to this machine.
 *
 * An allowed name is allowed at whatever address it has when a callback is sent. An allowed address or range allows every
 * name that has such an address then. The caller connects to the address that was checked: a name that has another one
 * a moment later changes nothing.
 */
final class Destinations
{
    /** No allowed name leads here: cloud machines have their credentials at link-local addresses. */
    private const NEVER_BY_NAME = ['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3', '::/128', 'fe80::/10', 'ff00::/8'];

    /** @var array<string, true> */
    private array $names = [];
    /** @var list<Range> */
    private array $ranges = [];

    /**
     * @param list<string> $allowed the values of --allow-callback
     */
    public function __construct(array $allowed = [])
    {
        foreach ($allowed as $text) {
            $range = Range::parse($text);
            $name = Host::normal($text);
            if ($range !== null) {
                $this->ranges[] = $range;
            } elseif ($name !== null) {
                $this->names[$name] = true;
            } else {
                throw new StartFailure('--allow-callback must be a host name, an address, or a range such as'
                    . " 10.0.0.0/8, without a scheme or a port: $text");
            }
        }
    }

    /**
     * The host of a URL in its normal form, without brackets. Null if a callback may not go there, whatever its address.
     */
    public function host(string $url): ?string
    {
        $parts = parse_url($url);
        if (!is_array($parts) || isset($parts['user']) || str_contains($url, '\\')) {
            return null;
        }
        $host = Host::normal($parts['host'] ?? '');
        if ($host === null || !in_array(strtolower($parts['scheme'] ?? ''), ['http', 'https'], true)) {
            return null;
        }
        $allowed = Host::isAddress($host)
            ? $this->allowedOf($host, [$host]) !== []
            : $host === 'localhost' || isset($this->names[$host]) || $this->ranges !== [];

        return $allowed ? $host : null;
    }

    /** Whether a callback may go to a host without a look at its address. */
    public static function isThisMachine(string $host): bool
    {
        return Host::isLoopback($host);
    }

    /**
     * The addresses of a host to which a callback may go.
     *
     * @param list<string> $addresses
     *
     * @return list<string>
     */
    public function allowedOf(string $host, array $addresses): array
    {
        return array_values(array_filter(
            $addresses,
            fn (string $address): bool => self::isIn($address, $this->ranges)
                || (Host::isAddress($host) && Host::isLoopback($host))
                || (isset($this->names[$host]) && !self::isIn($address, self::never())),
        ));
    }

    /** Why a callback to a URL was refused. */
    public function refusal(string $url): string
    {
        if ($this->names === [] && $this->ranges === []) {
            return 'not delivered: the sandbox calls only loopback addresses (see --allow-callback)';
        }
        $host = parse_url($url, PHP_URL_HOST);

        return sprintf(
            'not delivered: %s is neither a loopback address nor allowed by --allow-callback',
            is_string($host) && $host !== '' ? $host : 'the host',
        );
    }

    /**
     * @param list<Range> $ranges
     */
    private static function isIn(string $address, array $ranges): bool
    {
        foreach ($ranges as $range) {
            if ($range->contains($address)) {
                return true;
            }
        }

        return false;
    }

    /**
     * @return list<Range>
     */
    private static function never(): array
    {
        return array_values(array_filter(array_map(Range::parse(...), self::NEVER_BY_NAME)));
    }
}
