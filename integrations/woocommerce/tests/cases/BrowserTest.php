<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\Browser;
use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\Attributes\TestDox;

/** ./dev woocommerce --browser */
#[Group('browser')]
#[TestDox('In a browser')]
final class BrowserTest extends PluginTestCase
{
    #[TestDox('a customer buys in the block checkout and pays, sees that the payment has come, and the merchant refunds')]
    public function testCheckout(): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);

        $seen = Browser::play('checkout', $aurpay->shop, $aurpay->gateway, [
            'product' => $product,
            'method' => PluginShop::METHOD,
            'coin' => PluginShop::COIN,
            'coinField' => array_key_first(PluginShop::fields()),
        ]);

        self::assertIsInt($seen['order']);
        $order = $aurpay->shop->orders()->get($seen['order']);
        self::assertSame(['refunded', ['25.00']], [$order->status, $order->refunds]);
        $payment = $aurpay->payment($order->id);
        self::assertSame('REFUNDED', $aurpay->gateway->payment($payment)['status']);
        self::assertCount(1, $aurpay->gateway->calls('POST', '/refund/'));
        self::assertSame(5, $aurpay->shop->orders()->stock($product));
        self::assertSame([], array_filter((array) $seen['errors'], static fn (mixed $error): bool => is_string($error)
            && str_contains($error, 'aurpay')));
    }

    #[TestDox('a customer whose cache keeps the page as it was sees that the payment has come, and the page is loaded again once')]
    public function testCached(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5));

        $seen = Browser::play('cached', $aurpay->shop, $aurpay->gateway, [
            'page' => $aurpay->shop->php('return wc_get_order($order)->get_checkout_order_received_url();', ['order' => $order]),
            'payment' => $aurpay->payment($order),
        ]);

        self::assertSame(1, $seen['loads']);
    }
}
