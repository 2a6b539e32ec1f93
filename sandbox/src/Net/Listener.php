<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Net;

use Aurpay\Sandbox\Cli\StartFailure;

/**
 * The address that the sandbox listens on, and the names by which its clients reach it.
 */
final readonly class Listener
{
    /**
     * @param string       $address in its normal form
     * @param list<string> $names   in their normal form; the first one is the host of base_uri
     */
    private function __construct(public string $address, public array $names) {}

    /**
     * @param list<string> $names
     */
    public static function create(string $address, array $names, bool $tls): self
    {
        $normal = Host::normal($address === 'localhost' ? '127.0.0.1' : $address);
        if ($normal === null || !Host::isAddress($normal)) {
            throw new StartFailure("--listen must be an IPv4 or IPv6 address; 0.0.0.0 and :: stand for all: $address");
        }
        $known = array_map(
            static fn (string $name): string => Host::normal($name)
                ?? throw new StartFailure("--name must be a host name or an address, without a port: $name"),
            $names,
        );
        foreach ($known as $name) {
            Host::isWildcard($name) && throw new StartFailure("--name must be one host; no client can connect to $name");
        }
        if (!$tls && !Host::isLoopback($normal)) {
            throw new StartFailure(
                "--listen $address needs --tls: the aurpay client speaks plain http only to loopback addresses",
            );
        }
        if (Host::isWildcard($normal) && $known === []) {
            throw new StartFailure(
                "--listen $address needs --name HOST: the host by which other machines reach this one",
            );
        }

        return new self($normal, array_values(array_unique($known)));
    }

    /** The host of base_uri. */
    public function host(): string
    {
        return $this->names[0] ?? $this->address;
    }

    /**
     * Everything that a client may call the sandbox: for the certificate, and as Host.
     *
     * @return list<string>
     */
    public function hosts(): array
    {
        $own = Host::isWildcard($this->address) ? [] : [$this->address];

        return array_values(array_unique(['127.0.0.1', '::1', 'localhost', ...$own, ...$this->names]));
    }

    /** An address of this machine at which the sandbox answers. Loopback, unless it listens on one other address. */
    public function loopback(): string
    {
        return Host::isLoopback($this->address) ? $this->address : '127.0.0.1';
    }

    /**
     * The addresses to listen on with --tls: loopback always, so that this machine can use the control endpoints.
     *
     * nginx's [::] is IPv6 alone, so that an IPv4 client has its own address in the log.
     *
     * @return list<string>
     */
    public function addresses(): array
    {
        return match (true) {
            $this->address === '::' => ['::', '0.0.0.0'],
            $this->address === '0.0.0.0' => ['0.0.0.0', '::1'],
            default => array_values(array_unique([$this->address, '127.0.0.1', '::1'])),
        };
    }
}
