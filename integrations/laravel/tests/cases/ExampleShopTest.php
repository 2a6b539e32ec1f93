<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Tests\Support\Browser;
use Aurpay\Laravel\Tests\Support\Gateway;
use Aurpay\Laravel\Tests\Support\Shop;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;

/** ./dev laravel --browser */
#[Group('browser')]
#[TestDox('The example shop')]
final class ExampleShopTest extends TestCase
{
    #[TestDox('sells to a customer in Chromium, whose open page shows the payment when it comes; the merchant refunds once')]
    public function testSale(): void
    {
        $shop = new Shop($gateway = new Gateway(), ['SHOP_ADMIN_PASSWORD' => 'a-password'], files: dirname(__DIR__, 4) . '/examples/laravel');
        $worker = $shop->worker();

        $seen = Browser::play('shop', [
            'shop' => $shop->url,
            'merchant' => ['username' => 'merchant@shop.example', 'password' => 'a-password'],
            'gateway' => $gateway->merchant->controlUri,
        ]);

        self::assertSame([], $seen['errors']);
        self::assertCount(1, $gateway->calls('POST', '/refund/'));
        self::assertTrue($worker->isRunning());
        self::assertStringNotContainsString('ERROR', $shop->log());
    }
}
