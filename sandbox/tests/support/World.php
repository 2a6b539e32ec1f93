<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * A merchant's addresses and credentials, and calls with them.
 */
class World
{
    /** @param Answer $ready the line of --json, or the answer of POST /_sandbox/merchants */
    public function __construct(public readonly Answer $ready, public readonly Http $http) {}

    /**
     * A call with the merchant's API key.
     *
     * @param array<string, string>       $headers
     * @param array<int, int|string|bool> $options
     */
    public function call(
        string $method,
        string $target,
        ?string $body = null,
        array $headers = [],
        array $options = [],
    ): Answer {
        return $this->http->send(
            $method,
            $this->ready->text('base_uri') . $target,
            $headers + ['API-Key' => $this->ready->text('api_key')],
            $body,
            $options + [CURLOPT_PATH_AS_IS => true],
        );
    }

    /**
     * A call with the merchant's API key, and what the request log has of it.
     *
     * @param array<string, string> $headers
     */
    public function logged(string $method, string $target, array $headers, ?string $body = null): Answer
    {
        $this->call($method, $target, $body, $headers);
        $newest = $this->control('GET', '/requests?sort=desc&size=1')->int('requests', 0, 'id');

        return $this->control('GET', "/requests/$newest");
    }

    /** @param array<string, mixed>|null $body */
    public function control(string $method, string $path, ?array $body = null): Answer
    {
        return $this->http->send(
            $method,
            $this->ready->text('control_uri') . $path,
            [],
            $body === null ? null : (string) json_encode((object) $body, JSON_PRESERVE_ZERO_FRACTION),
            // To the waiting room.
            [CURLOPT_FOLLOWLOCATION => true],
        );
    }

    /**
     * Does something as an order's customer: pays, without other fields.
     *
     * @param array<string, mixed> $fields
     */
    public function pay(string $orderId, array $fields = []): Answer
    {
        return $this->control('POST', '/pay', ['order_id' => $orderId] + $fields);
    }

    /** Creates a pay URL and returns it. */
    public function payUrl(string $body): string
    {
        return $this->call('POST', '/api/order/pay-url', $body)->text('data', 'pay_url');
    }

    /** Creates an order and returns its id. */
    public function order(string $extra = ''): string
    {
        $body = '{"chain":"ETH","currency":"USDT-ERC20","vs_price":18,"vs_currency":"USD"' . $extra . '}';

        return $this->call('POST', '/api/order/pay-info', $body)->text('data', 'order_id');
    }
}
