<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\Customer;
use Aurpay\WooCommerce\Tests\Support\Shop;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\ShopTestCase;
use Aurpay\WooCommerce\Tests\Support\Storage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

/** The shops themselves, with WooCommerce's own payment method "cheque". No plugin of ours is needed. */
#[TestDox('A shop')]
final class HarnessTest extends ShopTestCase
{
    /**
     * @return iterable<string, array{ShopOptions}>
     */
    public static function variants(): iterable
    {
        yield 'HPOS' => [new ShopOptions(plugin: false)];
        yield 'CPT storage' => [new ShopOptions(storage: Storage::Posts, plugin: false)];
        yield 'HPOS with sync' => [new ShopOptions(storage: Storage::Synchronized, plugin: false)];
        yield 'plain permalinks' => [new ShopOptions(pretty: false, plugin: false)];
        yield 'multisite' => [new ShopOptions(multisite: true, plugin: false)];
        yield 'Redis' => [new ShopOptions(redis: true, plugin: false)];
        yield 'no extension' => [new ShopOptions(extension: false, plugin: false)];
    }

    #[DataProvider('variants')]
    #[TestDox('of the kind "$_dataName" sells a piece by the Store API: stock goes down by one, and two mails are written')]
    public function testStoreApi(ShopOptions $options): void
    {
        $shop = $this->shop($options);
        $product = $shop->orders()->product('Thing', '25.00', 5);
        $customer = $shop->storeApi();
        self::assertSame(201, $customer->add($product)->status);

        $answer = $customer->checkout('cheque');

        self::assertSame(200, $answer->status, (string) $answer);
        self::assertSame('success', $answer->text('payment_result', 'payment_status'));
        $order = $shop->orders()->get($answer->number('order_id'));
        self::assertSame(['on-hold', '25.00', 'USD', 'cheque'], [$order->status, $order->total, $order->currency, $order->method]);
        self::assertSame(4, $shop->orders()->stock($product));
        self::assertCount(1, $shop->mails()->all(Customer::MAIL));
        self::assertCount(1, $shop->mails()->all(Shop::ADMIN_MAIL));
    }
}
