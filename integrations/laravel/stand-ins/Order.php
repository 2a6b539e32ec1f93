<?php

declare(strict_types=1);

namespace Aurpay;

use Aurpay\Laravel\Testing\Comparison;
use Aurpay\Laravel\Testing\Wire;

final class Order
{
    public function __construct(private readonly Client $client) {}

    public function fiatCurrencies(): array
    {
        return Wire::of($this->client)->call('orders.fiatCurrencies');
    }

    public function cryptoCurrencies(): array
    {
        return Wire::of($this->client)->call('orders.cryptoCurrencies');
    }

    public function createPayUrl(#[\SensitiveParameter] array $params): array
    {
        Comparison::refuseBadPrice($params['price'] ?? null);

        return Wire::of($this->client)->call('orders.createPayUrl', $params);
    }

    public function createPayInfo(#[\SensitiveParameter] array $params): array
    {
        Comparison::refuseBadPrice($params['vs_price'] ?? null);

        return Wire::of($this->client)->call('orders.createPayInfo', $params);
    }

    public function list(#[\SensitiveParameter] array $filter = []): array
    {
        return Wire::of($this->client)->call('orders.list', $filter);
    }

    public function each(#[\SensitiveParameter] array $filter = []): Pages
    {
        return Wire::of($this->client)->pages('orders.list', $filter);
    }

    public function detail(string|int $orderId): array
    {
        return Wire::of($this->client)->call('orders.detail', [], $orderId);
    }

    public function details(iterable $orderIds): array
    {
        $details = [];
        foreach ($orderIds as $orderId) {
            try {
                $details[$orderId] ??= $this->detail($orderId);
            } catch (AurpayException $failure) {
                $details[$orderId] = $failure;
            }
        }

        return $details;
    }

    public function confirm(string|int $orderId, string|int|float $price, string $currency): array
    {
        Comparison::refuseBadPrice($price);

        return Comparison::confirm($this->detail($orderId), $price, $currency);
    }

    public function refundInfo(string|int $orderId): array
    {
        return Wire::of($this->client)->call('orders.refundInfo', [], $orderId);
    }

    public function refund(string|int $orderId): array
    {
        return Wire::of($this->client)->call('orders.refund', [], $orderId);
    }
}
