<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Whether this machine's resolver knows the gateway. */
final class NamesCheck implements Check
{
    public function __construct(private readonly Settings $settings) {}

    public function name(): string
    {
        return 'dns';
    }

    public function about(): string
    {
        return "the gateway's name has addresses, of both families";
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
            return [Finding::skipped("the proxy looks {$gateway->host} up")];
        }
        if (Address::isNumeric($gateway->host)) {
            return [Finding::skipped('base_uri has an address instead of a name')];
        }
        $addresses = Address::lookUp($gateway->host);
        if ($addresses[4] === [] && $addresses[6] === []) {
            return [Finding::problem('name-unknown', "{$gateway->host} has no address", $gateway->values())];
        }

        return [Finding::good("{$gateway->host} has " . self::listed('IPv4', $addresses[4]) . ', and ' . self::listed('IPv6', $addresses[6]))];
    }

    /** @param list<string> $addresses */
    private static function listed(string $family, array $addresses): string
    {
        return $addresses === [] ? "no {$family} address" : "{$family} " . implode(', ', $addresses);
    }
}
