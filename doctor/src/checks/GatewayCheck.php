<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

use Aurpay\RateLimitException;

/** Whether the API answers the extension: name, route, TLS and trust in one, by the way that calls take. */
final class GatewayCheck implements Check
{
    public function __construct(private readonly Gateway $gateway, private readonly Settings $settings) {}

    public function name(): string
    {
        return 'gateway';
    }

    public function about(): string
    {
        return 'the API answers the extension, over which HTTP version';
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        $failure = $this->gateway->failure();
        $response = $this->gateway->response();
        $address = $this->settings->baseUri();
        $seconds = $failure instanceof RateLimitException ? $failure->retryAfter ?? 60 : 60;
        if ($failure !== null && !Fault::isOfTheKey($failure)) {
            return [Finding::problem(Fault::code($failure), $failure->getMessage(), $address->values() + ['check' => 'gateway', 'seconds' => (string) $seconds] + $this->settings->mendCaFile())];
        }
        $version = is_string($response['http_version'] ?? null) ? $response['http_version'] : 'an unknown version';

        return [Finding::good("{$address->host} answers over HTTP {$version}")];
    }
}
