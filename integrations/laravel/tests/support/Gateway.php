<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Sandbox\RemoteMerchant;
use Aurpay\Sandbox\Server;

/** A merchant of its own in the sandbox of the run. */
final class Gateway
{
    private static ?Server $server = null;

    public readonly RemoteMerchant $merchant;

    public function __construct()
    {
        self::$server ??= Server::start();
        $this->merchant = self::$server->merchant();
    }

    /** @return array<string, string> the values of config/aurpay.php */
    public function credentials(): array
    {
        return array_combine(
            $names = ['api_token', 'api_secret', 'callback_token', 'callback_secret'],
            array_map(fn (string $name): string => $this->merchant->get($name), $names),
        );
    }

    /** Plays the customer or the merchant: pay, underpay, expire, fail, terminate, resolve, refund. */
    public function play(string $id, string $action): void
    {
        $this->merchant->control('POST', '/pay', ['order_id' => $id, 'action' => $action]);
    }

    /** Chooses the coin of a hosted payment as its customer, or another coin, and returns the id of the payment. */
    public function choose(string $payUrl, string $chain, string $coin, string $action = 'choose'): string
    {
        $id = $this->merchant->control('POST', '/pay', [
            'pay_url' => $payUrl, 'action' => $action, 'chain' => $chain, 'currency' => $coin,
        ])['order_id'] ?? null;

        return is_string($id) ? $id : throw new \RuntimeException('The sandbox has made no payment');
    }

    /** @param array<string, mixed> $fault */
    public function fault(array $fault): void
    {
        $this->merchant->control('POST', '/faults', $fault);
    }

    public function clearFaults(): void
    {
        $this->merchant->control('DELETE', '/faults');
    }

    /** @return list<string> the calls that came, as "METHOD /path?query" without the merchant's prefix */
    public function calls(string $method = '', string $path = ''): array
    {
        $calls = [];
        foreach ((array) ($this->merchant->control('GET', '/requests')['requests'] ?? []) as $request) {
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

    public function status(string $id): string
    {
        $status = $this->merchant->control('GET', "/orders/$id")['status'] ?? null;

        return is_string($status) ? $status : '';
    }
}
