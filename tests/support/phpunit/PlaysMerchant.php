<?php

declare(strict_types=1);

namespace AurpayTest\PhpUnit;

use Aurpay\Sandbox\RemoteMerchant;

/** What tests do with a merchant of the sandbox. */
trait PlaysMerchant
{
    abstract protected function merchant(): RemoteMerchant;

    /**
     * A payment with its status, amounts and addresses; `shop` has what the shop has sent.
     *
     * @return array<string, mixed>
     */
    public function payment(string $id): array
    {
        return $this->merchant()->control('GET', "/orders/$id");
    }

    /**
     * Plays the customer or the merchant: pay, underpay, pay_again, expire, fail, terminate, resolve, refund.
     *
     * @param array<string, mixed> $more further members of the control endpoint
     */
    public function play(string $id, string $action, array $more = []): void
    {
        $this->merchant()->control('POST', '/pay', ['order_id' => $id, 'action' => $action] + $more);
    }

    /**
     * Produces a fault: fault(['path' => '/api/v2/order/refund', 'status' => 502, 'execute' => true]).
     *
     * @param array<string, mixed> $fault as the sandbox's README.md lists its members
     */
    public function fault(array $fault): void
    {
        $this->merchant()->control('POST', '/faults', $fault);
    }

    public function clearFaults(): void
    {
        $this->merchant()->control('DELETE', '/faults');
    }

    /**
     * The calls that the shop has made so far, as "METHOD /path?query" without the merchant's prefix.
     *
     * @return list<string>
     */
    public function calls(string $method = '', string $path = ''): array
    {
        $calls = [];
        foreach ((array) ($this->merchant()->control('GET', '/requests')['requests'] ?? []) as $request) {
            if (!is_array($request) || !is_string($request['method']) || !is_string($request['target'])) {
                continue;
            }
            $target = (string) preg_replace('~^/m/[a-z0-9-]+~', '', $request['target']);
            if (($method === '' || $request['method'] === $method) && str_contains($target, $path)) {
                $calls[] = "{$request['method']} $target";
            }
        }

        return $calls;
    }
}
