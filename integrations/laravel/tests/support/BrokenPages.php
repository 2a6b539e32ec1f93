<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Client;

/** Pages of a shop that fail while they have a client. */
final class BrokenPages
{
    public function __construct(private readonly Client $client) {}

    public function page(): string
    {
        return self::show($this->client, [$this->client->orders(), $this]);
    }

    public function call(): string
    {
        return json_encode($this->client->orders()->fiatCurrencies(), JSON_THROW_ON_ERROR);
    }

    /** @param list<object> $others */
    private static function show(Client $client, array $others): string
    {
        throw new \RuntimeException('The page is broken');
    }
}
