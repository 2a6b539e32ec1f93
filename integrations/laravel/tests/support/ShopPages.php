<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Aurpay\Laravel\Facades\Aurpay;

/** The pages of the shop of the tests. */
final class ShopPages
{
    /** @return array<string, int|string|null> */
    public function buy(): array
    {
        return $this->pay(Order::query()->create(['price' => '25.00', 'currency' => 'USD', 'status' => 'open']));
    }

    /** @return array<string, int|string|null> */
    public function pay(Order $order): array
    {
        $payment = Aurpay::pay($order, 'ETH/USDT-ERC20');

        return [
            'order' => $order->id,
            'payment' => $payment->id,
            'gateway_id' => $payment->gateway_id,
            'callback_url' => $payment->callback_url,
        ];
    }

    public function form(): string
    {
        return 'accepted';
    }
}
