<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

use Aurpay\{Client, Credentials};

/** aurpay with a new client for each call, as in a page. The connection is kept all the same. */
final class NewAurpay extends Contender
{
    public function createPayUrl(): array
    {
        return $this->client()->orders()->createPayUrl(self::PAY_URL);
    }

    public function orderDetails(array $orderIds): array
    {
        return array_map($this->client()->orders()->detail(...), $orderIds);
    }

    protected function setUp(): void {}

    private function client(): Client
    {
        return new Client(
            Credentials::signature($this->token, $this->secret),
            ['base_uri' => $this->baseUri, 'ca_file' => $this->caFile, 'concurrency' => self::CONCURRENCY],
        );
    }
}
