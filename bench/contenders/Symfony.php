<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

use Symfony\Component\HttpClient\HttpClient;
use Symfony\Contracts\HttpClient\{HttpClientInterface, ResponseInterface};

require_once __DIR__ . '/../../build/bench/peers/symfony/vendor/autoload.php';

class Symfony extends Contender
{
    private HttpClientInterface $client;

    public function createPayUrl(): array
    {
        $body = self::body();

        return self::read($this->client->request('POST', '/api/order/pay-url', [
            'headers' => $this->headers('POST', '/api/order/pay-url', $body),
            'body' => $body,
        ]));
    }

    public function orderDetails(array $orderIds): array
    {
        // This sends all requests at once, over as many connections as the library likes: six. It has no other limit.
        // The loop over the responses waits for them.
        $responses = [];
        foreach ($orderIds as $orderId) {
            $target = self::detailTarget($orderId);
            $responses[$orderId] = $this->client->request('GET', $target, [
                'headers' => $this->headers('GET', $target),
            ]);
        }

        return array_map(self::read(...), $responses);
    }

    protected function setUp(): void
    {
        $this->client = HttpClient::create($this->options());
    }

    /** @return array<string, mixed> */
    protected function options(): array
    {
        return [
            'base_uri' => $this->baseUri,
            'cafile' => $this->caFile,
            'max_duration' => 30,
            // Symfony HttpClient 7.4, which PHP 8.2 gets, ignores this.
            'max_connect_duration' => 10,
            'max_redirects' => 0,
        ];
    }

    /** @return array<mixed> */
    private static function read(ResponseInterface $response): array
    {
        return self::open($response->getStatusCode(), $response->getContent(false));
    }
}
