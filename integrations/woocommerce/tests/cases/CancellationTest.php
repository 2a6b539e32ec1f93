<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('WooCommerce\'s cancellation of unpaid orders')]
final class CancellationTest extends PluginTestCase
{
    #[TestDox('leaves an order alone while its payment is open')]
    public function testOpen(): void
    {
        [$aurpay, $order] = $this->old();

        $this->cancelUnpaid($aurpay);

        self::assertSame('pending', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('asks the gateway, and finds that the order is paid')]
    public function testPaid(): void
    {
        [$aurpay, $order, $payment] = $this->old();
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');

        $this->cancelUnpaid($aurpay);

        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('goes on after the payment has expired')]
    public function testExpired(): void
    {
        [$aurpay, $order, $payment] = $this->old();
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'expire');

        $this->cancelUnpaid($aurpay);

        self::assertSame('cancelled', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('waits while the gateway does not answer')]
    public function testUnreachable(): void
    {
        [$aurpay, $order, $payment] = $this->old();
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'expire');
        $aurpay->gateway->fault(['path' => '/api/v2/order/', 'status' => 502, 'count' => 0]);

        $this->cancelUnpaid($aurpay);

        self::assertSame('pending', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('on a copy of the shop asks nothing, and cancels nothing that is ours')]
    public function testCopy(): void
    {
        [$aurpay, $order, $payment] = $this->old();
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'expire');
        $aurpay->shop->php('update_option("aurpay_native_site", "the-shop.example");');
        $calls = count($aurpay->gateway->calls());

        $this->cancelUnpaid($aurpay);

        self::assertSame('pending', $aurpay->shop->orders()->status($order));
        self::assertCount($calls, $aurpay->gateway->calls());
    }

    /** @return array{PluginShop, int, string} an order that was not touched for two hours */
    private function old(): array
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5));
        $aurpay->shop->php(
            <<<'PHP'
                global $wpdb;
                update_option('woocommerce_hold_stock_minutes', '60');
                $wpdb->query($wpdb->prepare("UPDATE {$wpdb->prefix}wc_orders SET date_updated_gmt = %s WHERE id = %d", gmdate('Y-m-d H:i:s', time() - 7200), $order));
                PHP,
            ['order' => $order],
        );

        return [$aurpay, $order, $aurpay->payment($order)];
    }

    private function cancelUnpaid(PluginShop $aurpay): void
    {
        $aurpay->shop->php('wc_cancel_unpaid_orders();');
    }
}
