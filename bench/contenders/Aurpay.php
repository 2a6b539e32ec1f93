<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

use Aurpay\{AurpayException, Client, Credentials};

final class Aurpay extends Contender
{
    private Client $client;

    public function createPayUrl(): array
    {
        return $this->client->orders()->createPayUrl(self::PAY_URL);
    }

    public function orderDetails(array $orderIds): array
    {
        return array_map(
            static fn (array|AurpayException $detail): array => is_array($detail) ? $detail : throw $detail,
            $this->client->orders()->details($orderIds),
        );
    }

    protected function setUp(): void
    {
        $this->client = new Client(
            Credentials::signature($this->token, $this->secret),
            ['base_uri' => $this->baseUri, 'ca_file' => $this->caFile, 'concurrency' => self::CONCURRENCY],
        );
    }
}
