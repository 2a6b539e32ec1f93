<?php

declare(strict_types=1);

namespace AurpayBench\Contender;

require_once __DIR__ . '/../../build/bench/peers/wordpress/class-requests.php';

/**
 * The library Requests of WordPress. wp_remote_post() uses a new transport for each call, so a new connection. Here the
 * transport is kept.
 */
final class WordPress extends Contender
{
    // By default, the library sends "Connection: close".
    private const KEEP_ALIVE = ['Connection' => 'keep-alive'];

    private \Requests_Transport_cURL $transport;

    public function createPayUrl(): array
    {
        $body = self::body();
        $headers = $this->headers('POST', '/api/order/pay-url', $body) + self::KEEP_ALIVE;

        return self::read(\Requests::request(
            $this->baseUri . '/api/order/pay-url',
            $headers,
            $body, // @phpstan-ignore argument.type (its comment allows only arrays, but it sends a string unchanged)
            \Requests::POST,
            ['transport' => $this->transport] + $this->options(),
        ));
    }

    public function orderDetails(array $orderIds): array
    {
        // For several requests, the library passes only some options to libcurl. The CA file is not among them.
        $hooks = new \Requests_Hooks();
        $trust = function (\CurlHandle $handle): void {
            curl_setopt($handle, CURLOPT_CAINFO, $this->caFile);
        };
        // @phpstan-ignore argument.type (its comment says "callback", which is not a class)
        $hooks->register('curl.before_multi_add', $trust);
        $requests = [];
        foreach ($orderIds as $orderId) {
            $target = self::detailTarget($orderId);
            $requests[$orderId] = [
                'url' => $this->baseUri . $target,
                'headers' => $this->headers('GET', $target) + self::KEEP_ALIVE,
            ];
        }

        $responses = \Requests::request_multiple($requests, ['hooks' => $hooks] + $this->options());

        return array_map(self::read(...), $responses);
    }

    protected function setUp(): void
    {
        \Requests::register_autoloader();
        $this->transport = new \Requests_Transport_cURL();
    }

    /** @return array<string, mixed> */
    private function options(): array
    {
        return [
            'verify' => $this->caFile,
            'connect_timeout' => 10,
            'timeout' => 30,
            'follow_redirects' => false,
        ];
    }

    /** @return array<mixed> */
    private static function read(mixed $response): array
    {
        if (!$response instanceof \Requests_Response) {
            throw $response instanceof \Throwable ? $response : new \RuntimeException('no answer');
        }

        return self::open((int) $response->status_code, (string) $response->body);
    }
}
