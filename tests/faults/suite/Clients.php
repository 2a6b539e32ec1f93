<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\EnayaPay;

/**
 * The clients that make a call: one for each service, all with the call's User-Agent.
 *
 * @phpstan-type Options array{base_uri?: string, ca_file?: string, user_agent?: string, timeout?: float, retries?: int,
 *     max_response_bytes?: int,
 *     handler?: callable(string, string, array<string, string>, string): array{status: int, body: string}}
 */
final class Clients
{
    /**
     * @param Options $options
     * @param int $more how many bytes to add to a body
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
     * @return T the fields with the first text that is no number made longer; without one, with another field
     */
    public function body(array $fields): array
    {
        if ($this->more === 0) {
            return $fields;
        }
        $texts = array_filter($fields, static fn (mixed $value): bool => is_string($value) && !is_numeric($value));
        /** @var T $body */
        $body = [array_key_first($texts) ?? 'remark' => reset($texts) . str_repeat('a', $this->more)] + $fields;

        return $body;
    }
}
