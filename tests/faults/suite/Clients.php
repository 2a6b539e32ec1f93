<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\EnayaPay;

/**
 * What a call is made with: a client for each service, which leaves its mark in the User-Agent.
 *
 * @phpstan-type Options array{base_uri?: string, ca_file?: string, user_agent?: string, timeout?: float, retries?: int,
 *     max_response_bytes?: int,
 *     handler?: callable(string, string, array<string, string>, string): array{status: int, body: string}}
 */
final class Clients
{
    /**
     * @param Options $options
     * @param int $more how many bytes a further field of the body has, where there is a body that takes one
     */
    public function __construct(public readonly array $options, private readonly int $more = 0) {}

    public function aurpay(string|Credentials $credentials = 'key'): Client
    {
        return new Client($credentials, $this->options);
    }

    public function signing(): Client
    {
        return $this->aurpay(Credentials::signature('token', 'secret'));
    }

    public function azPays(): AzPays\Client
    {
        return new AzPays\Client('token', $this->options);
    }

    public function enayaPay(): EnayaPay\Client
    {
        return new EnayaPay\Client('key', $this->options);
    }

    /**
     * @template T of array<string, mixed>
     * @param T $fields
     * @return T with a further field, which the extension passes on
     */
    public function body(array $fields): array
    {
        /** @var T $body */
        $body = $this->more === 0 ? $fields : $fields + ['remark' => str_repeat('a', $this->more)];

        return $body;
    }
}
