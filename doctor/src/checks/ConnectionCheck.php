<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Whether each of the gateway's addresses accepts a connection. */
final class ConnectionCheck implements Check
{
    private const SECONDS = 3.0;

    /** What connect() says at once on a machine without an address of that family, on Linux and on BSD. */
    private const NO_FAMILY = [97, 99, 101, 47, 49, 51];

    /** @var list<int> families that this machine does not have */
    private array $absent = [];

    public function __construct(private readonly Settings $settings) {}

    public function name(): string
    {
        return 'tcp';
    }

    public function about(): string
    {
        return 'the gateway accepts connections, over IPv4 and IPv6';
    }

    public function needsExtension(): bool
    {
        return false;
    }

    public function findings(): iterable
    {
        $gateway = $this->settings->baseUri();
        if ($gateway->host === '') {
            return [Finding::problem('option-refused', 'base_uri is not a URL')];
        }
        if (isset($this->settings->clientOptions()['proxy'])) {
            return [Finding::skipped('the connection is made by the proxy')];
        }
        $addresses = Address::lookUp($gateway->host);
        $version = $this->settings->clientOptions()['ip_version'] ?? '';
        $families = array_filter([4 => $addresses[4], 6 => $addresses[6]], static fn (array $found, int $family): bool => $found !== [] && in_array($version, ['', (string) $family], true), ARRAY_FILTER_USE_BOTH);
        if ($families === []) {
            return [Finding::skipped($version === '' ? "{$gateway->host} has no address" : "{$gateway->host} has no IPv{$version} address")];
        }
        $reached = [];
        foreach ($families as $family => $found) {
            $reached[$family] = $this->reached($family, $found, $gateway->port);
        }

        return [$this->judge($gateway, $reached)];
    }

    /** @param array<int, string|null> $reached by family: the address that accepted, or null */
    private function judge(Address $gateway, array $reached): Finding
    {
        $accepted = array_filter($reached, is_string(...));
        if ($accepted === []) {
            return Finding::problem('port-unreachable', "{$gateway->host} accepts no connection at port {$gateway->port}", $gateway->values());
        }
        $message = 'connected to ' . implode(' and to ', $accepted) . ", port {$gateway->port}";

        if ($this->absent !== []) {
            return Finding::good("{$message}; this machine has no IPv{$this->absent[0]}");
        }

        return match (count($accepted) === count($reached) ? 0 : array_key_first($accepted)) {
            4 => Finding::problem('ipv6-broken', "{$message}, and to no IPv6 address"),
            6 => Finding::problem('ipv4-broken', "{$message}, and to no IPv4 address"),
            default => Finding::good($message),
        };
    }

    /** @param list<string> $addresses */
    private function reached(int $family, array $addresses, int $port): ?string
    {
        foreach ($addresses as $address) {
            $host = str_contains($address, ':') ? "[{$address}]" : $address;
            $stream = @stream_socket_client("tcp://{$host}:{$port}", $code, $message, min(self::SECONDS, $this->settings->seconds()));
            if ($stream !== false) {
                fclose($stream);

                return $address;
            }
            if (in_array($code, self::NO_FAMILY, true)) {
                $this->absent = [$family];
            }
        }

        return null;
    }
}
