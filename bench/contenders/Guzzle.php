<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

use GuzzleHttp\{Client, Pool};
use GuzzleHttp\Psr7\Request;
use Psr\Http\Message\ResponseInterface;

require_once __DIR__ . '/../../build/bench/peers/guzzle/vendor/autoload.php';

class Guzzle extends Contender
{
    private Client $client;

    public function createPayUrl(): array
    {
        $body = self::body();
        $response = $this->client->request('POST', '/api/order/pay-url', [
            'headers' => $this->headers('POST', '/api/order/pay-url', $body),
            'body' => $body,
        ]);

        return self::open($response->getStatusCode(), (string) $response->getBody());
    }

    public function orderDetails(array $orderIds): array
    {
        $requests = function () use ($orderIds): \Generator {
            foreach ($orderIds as $orderId) {
                $target = self::detailTarget($orderId);
                $headers = $this->headers('GET', $target);
                yield $orderId => new Request('GET', $this->baseUri . $target, $headers, null, '2.0');
            }
        };
        $details = [];
        $pool = new Pool($this->client, $requests(), [
            'concurrency' => self::CONCURRENCY,
            'fulfilled' => static function (ResponseInterface $response, int|string $orderId) use (&$details): void {
                $details[$orderId] = self::open($response->getStatusCode(), (string) $response->getBody());
            },
            'rejected' => static fn (mixed $reason) => throw self::failure($reason),
        ]);
        $pool->promise()->wait();

        return $details;
    }

    private static function failure(mixed $reason): \Throwable
    {
        return $reason instanceof \Throwable ? $reason : new \RuntimeException('no answer');
    }

    protected function setUp(): void
    {
        $this->client = new Client($this->options());
    }

    /**
     * @return array{
     *     base_uri: string, verify: string, connect_timeout: int, timeout: int, allow_redirects: false,
     *     http_errors: false, transport_sharing?: string,
     * }
     */
    protected function options(): array
    {
        return [
            'base_uri' => $this->baseUri,
            'verify' => $this->caFile,
            'connect_timeout' => 10,
            'timeout' => 30,
            'allow_redirects' => false,
            'http_errors' => false,
        ];
    }
}
