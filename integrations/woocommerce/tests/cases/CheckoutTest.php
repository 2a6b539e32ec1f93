<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\Storage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('A checkout')]
final class CheckoutTest extends PluginTestCase
{
    /**
     * @return iterable<string, array{ShopOptions}>
     */
    public static function variants(): iterable
    {
        yield 'HPOS' => [new ShopOptions()];
        yield 'CPT storage' => [new ShopOptions(storage: Storage::Posts)];
        yield 'HPOS with sync' => [new ShopOptions(storage: Storage::Synchronized)];
        yield 'plain permalinks' => [new ShopOptions(pretty: false)];
        yield 'multisite' => [new ShopOptions(multisite: true)];
        yield 'Redis' => [new ShopOptions(redis: true)];
    }

    #[DataProvider('variants')]
    #[TestDox('by the Store API ends with an order in processing that names its payment, with $_dataName')]
    public function testStoreApi(ShopOptions $options): void
    {
        $aurpay = $this->aurpay($options);
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);
        $customer = $aurpay->shop->storeApi();
        $customer->add($product);

        $answer = $customer->checkout(PluginShop::METHOD, PluginShop::fields());

        self::assertSame(200, $answer->status, (string) $answer);
        $order = $aurpay->shop->orders()->get($answer->number('order_id'));
        self::assertSame(['pending', '25.00', 'USD'], [$order->status, $order->total, $order->currency]);
        self::assertStringContainsString('order-received', $answer->text('payment_result', 'redirect_url'));
        $payment = $aurpay->payment($order->id);
        $aurpay->pay($payment);
        $paid = $aurpay->shop->orders()->get($order->id);
        self::assertSame(['processing', $payment], [$paid->status, $paid->transaction]);
        self::assertNotSame('', $paid->paid);
        self::assertSame(4, $aurpay->shop->orders()->stock($product));
    }

    #[TestDox('on the classic page ends with an order in processing')]
    public function testClassic(): void
    {
        $aurpay = $this->aurpay(new ShopOptions(block: false));
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);
        $customer = $aurpay->shop->classicCheckout();
        $customer->add($product);

        $answer = $customer->checkout(PluginShop::METHOD, PluginShop::fields());

        self::assertSame('success', $answer->text('result'), (string) $answer);
        self::assertSame(1, preg_match('/order-received\D+(\d+)/', $answer->text('redirect'), $match));
        $order = (int) ($match[1] ?? 0);
        $aurpay->pay($aurpay->payment($order));
        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('on the order-pay page ends with an order in processing')]
    public function testOrderPay(): void
    {
        $aurpay = $this->aurpay(new ShopOptions(block: false));
        $orders = $aurpay->shop->orders();
        $order = $orders->create($orders->product('Thing', '25.00', 5));
        $customer = $aurpay->shop->classicCheckout();

        $answer = $customer->pay($orders->get($order)->payUrl, PluginShop::METHOD, PluginShop::fields());

        self::assertSame(302, $answer->status, (string) $answer);
        $aurpay->pay($aurpay->payment($order));
        self::assertSame('processing', $orders->status($order));
    }

    #[TestDox('without a coin, or with one that is not offered, is refused in words, and nothing is sent')]
    public function testCoin(): void
    {
        $aurpay = $this->aurpay();
        $customer = $aurpay->shop->storeApi();
        $customer->add($aurpay->shop->orders()->product('Thing', '25.00', 5));

        foreach (['', 'ETH/DOGE', 'ETH', '<b>', str_repeat('x', 10_000)] as $coin) {
            $answer = $customer->checkout(PluginShop::METHOD, PluginShop::fields($coin));
            self::assertSame(400, $answer->status, $coin);
            self::assertStringContainsString('Please choose the coin to pay with.', $answer->body);
        }
        self::assertSame([], $aurpay->gateway->calls('POST'));
    }

    #[TestDox('that is tried again with the same coin gets the open payment; another coin gets a new one')]
    public function testAgain(): void
    {
        $aurpay = $this->aurpay(new ShopOptions(block: false));
        $orders = $aurpay->shop->orders();
        $order = $orders->create($orders->product('Thing', '25.00', 5));
        $customer = $aurpay->shop->classicCheckout();
        $pay = static fn (string $coin): int
            => $customer->pay($orders->get($order)->payUrl, PluginShop::METHOD, PluginShop::fields($coin))->status;

        self::assertSame([302, 302, 302, 302], [$pay('BTC/BTC'), $pay('BTC/BTC'), $pay('ETH/ETH'), $pay('BTC/BTC')]);
        self::assertCount(2, $aurpay->payments($order));
    }

    #[TestDox('asks the gateway for nothing before the order is made')]
    public function testPageLoad(): void
    {
        $aurpay = $this->aurpay(new ShopOptions(block: false));
        $customer = $aurpay->shop->classicCheckout();
        $customer->add($aurpay->shop->orders()->product('Thing', '25.00', 5));
        $before = count($aurpay->gateway->calls());

        $page = $customer->page();

        self::assertStringContainsString('USDT (ERC20)', $page->body);
        self::assertCount($before, $aurpay->gateway->calls());
    }

    #[TestDox('page costs at most three queries more than without the plugin')]
    public function testQueries(): void
    {
        $aurpay = $this->aurpay(new ShopOptions(block: false));
        $shop = $aurpay->shop;
        $customer = $shop->classicCheckout();
        $customer->add($shop->orders()->product('Thing', '25.00', 5));
        $queries = static function () use ($shop, $customer): array {
            // The first one fills WordPress' own caches.
            $customer->page();
            $shop->interrupter()->record('checkout');
            $customer->page();

            return $shop->interrupter()->recorded();
        };

        $with = $queries();
        $shop->php('require_once ABSPATH . "wp-admin/includes/plugin.php"; deactivate_plugins("aurpay-native-gateway/aurpay-native-gateway.php");');
        try {
            $without = $queries();
        } finally {
            $shop->activatePlugin();
        }

        self::assertGreaterThan(10, count($without));
        self::assertLessThanOrEqual(
            count($without) + 3,
            count($with),
            implode("\n", array_filter($with, static fn (string $query): bool => str_contains($query, 'aurpay'))),
        );
    }

    #[TestDox('with the coin chosen at the gateway keeps of the answer only the page: whatever else is in it changes no row')]
    public function testHostedAnswer(): void
    {
        $aurpay = $this->aurpay(settings: ['choice' => 'hosted']);
        $customer = $aurpay->shop->storeApi();
        $customer->add($aurpay->shop->orders()->product('Thing', '25.00', 5));
        $data = ['pay_url' => 'https://pay.example/1', 'order_id' => '20240613093614690315', 'refund' => 'refunded', 'state' => 'odd', 'expire' => 1800];
        $aurpay->gateway->fault([
            'method' => 'POST', 'path' => '/api/order/pay-url', 'status' => 200, 'content_type' => 'application/json',
            'body' => json_encode(['code' => 0, 'message' => '', 'result' => true, 'data' => $data], JSON_THROW_ON_ERROR),
        ]);

        $answer = $customer->checkout(PluginShop::METHOD);

        self::assertSame(200, $answer->status, (string) $answer);
        self::assertSame('https://pay.example/1', $answer->text('payment_result', 'redirect_url'));
        $row = $aurpay->rows($answer->number('order_id'))[0] ?? [];
        self::assertSame(['open', ''], [$row['state'] ?? null, $row['refund'] ?? null]);
    }

    #[TestDox('of the hosted kind leads to the gateway, and its callback pays the order')]
    public function testHosted(): void
    {
        $aurpay = $this->aurpay(settings: ['choice' => 'hosted']);
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);
        $customer = $aurpay->shop->storeApi();
        $customer->add($product);

        $answer = $customer->checkout(PluginShop::METHOD);

        self::assertSame(200, $answer->status, (string) $answer);
        $payUrl = $answer->text('payment_result', 'redirect_url');
        self::assertStringContainsString('#/cashier/choose?token=', $payUrl);
        $order = $answer->number('order_id');
        $paid = $aurpay->gateway->merchant->control('POST', '/pay', ['pay_url' => $payUrl, 'currency' => 'BTC']);
        self::assertIsString($paid['order_id']);
        $aurpay->gateway->awaitCallback($paid['order_id']);
        $after = $aurpay->shop->orders()->get($order);
        self::assertSame(['processing', $paid['order_id']], [$after->status, $after->transaction]);
    }
}
