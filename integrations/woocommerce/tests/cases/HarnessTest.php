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
    #[TestDox('of the kind "$_dataName" sells a piece by the Store API: stock goes down by one, two mails are written')]
    public function testStoreApi(ShopOptions $options): void
    {
        $shop = $this->shop($options);
        $product = $shop->orders()->product('Thing', '25.00', 5);
        $customer = $shop->storeApi();
        self::assertSame(201, $customer->add($product)->status);

        $answer = $customer->checkout('cheque');

        self::assertSame(200, $answer->status, (string) $answer);
        self::assertSame('success', $answer->text('payment_result', 'payment_status'));
        $this->assertSold($shop, $answer->number('order_id'), $product);
    }

    #[TestDox('with the classic checkout sells a piece by AJAX: stock goes down by one, two mails are written')]
    public function testClassicCheckout(): void
    {
        $shop = $this->shop(self::classic());
        $product = $shop->orders()->product('Thing', '25.00', 5);
        $customer = $shop->classicCheckout();
        $customer->add($product);

        $answer = $customer->checkout('cheque');

        self::assertSame('success', $answer->text('result'), (string) $answer);
        self::assertStringStartsWith("$shop->home/checkout/order-received/", $answer->text('redirect'));
        $this->assertSold($shop, $answer->number('order_id'), $product);
        self::assertStringContainsString('Thank you', $customer->visitor->get($answer->text('redirect'))->readable());
    }

    #[TestDox('with the classic checkout tells what is wrong with an address, and the next try succeeds')]
    public function testClassicCheckoutRefuses(): void
    {
        $shop = $this->shop(self::classic());
        $customer = $shop->classicCheckout();
        $customer->add($shop->orders()->productNamed('Hoodie'));

        $answer = $customer->checkout('cheque', [], ['billing_email' => 'no address']);

        self::assertSame('failure', $answer->text('result'));
        self::assertStringContainsString('email', $answer->text('messages'));
        self::assertSame('success', $customer->checkout('cheque')->text('result'));
    }

    #[TestDox('lets an order be paid on its order-pay page')]
    public function testOrderPay(): void
    {
        $shop = $this->shop(self::classic());
        $id = $shop->orders()->create($shop->orders()->productNamed('Cap'));
        self::assertSame('pending', $shop->orders()->status($id));

        $answer = $shop->classicCheckout()->pay($shop->orders()->get($id)->payUrl, 'cheque');

        self::assertSame(302, $answer->status, $answer->readable());
        self::assertStringContainsString("/order-received/$id/", $answer->location());
        self::assertSame('on-hold', $shop->orders()->status($id));
    }

    #[TestDox('keeps orders where its kind says: in the tables of HPOS, as posts, or in both')]
    public function testStorage(): void
    {
        $found = [];
        foreach (Storage::cases() as $storage) {
            $shop = $this->shop(new ShopOptions(storage: $storage, plugin: false));
            $id = $shop->orders()->create($shop->orders()->productNamed('Cap'));
            $found[$storage->value] = $shop->php(
                <<<'PHP'
                    global $wpdb;
                    return [
                        'HPOS' => Automattic\WooCommerce\Utilities\OrderUtil::custom_orders_table_usage_is_enabled(),
                        'row' => (int) $wpdb->get_var("SELECT COUNT(*) FROM {$wpdb->prefix}wc_orders WHERE id = $id"),
                        'post' => $wpdb->get_var("SELECT post_type FROM {$wpdb->posts} WHERE ID = $id"),
                    ];
                    PHP,
                ['id' => $id],
            );
        }

        self::assertSame([
            'HPOS' => ['HPOS' => true, 'row' => 1, 'post' => 'shop_order_placehold'],
            'HPOS with sync' => ['HPOS' => true, 'row' => 1, 'post' => 'shop_order'],
            'CPT' => ['HPOS' => false, 'row' => 0, 'post' => 'shop_order'],
        ], $found);
    }

    #[TestDox('has the extension or not, a network of sites or not, a persistent object cache or not')]
    public function testKinds(): void
    {
        $code = "return [extension_loaded('aurpay'), is_multisite(), wp_using_ext_object_cache() === true];";

        self::assertSame([true, false, false], $this->site(new ShopOptions(plugin: false))->php($code));
        self::assertSame([false, false, false], $this->site(new ShopOptions(extension: false, plugin: false))->php($code));
        self::assertSame([true, true, false], $this->site(new ShopOptions(multisite: true, plugin: false))->php($code));
        self::assertSame([true, false, true], $this->site(new ShopOptions(redis: true, plugin: false))->php($code));
    }

    #[TestDox('has values in its object cache that another process has written, unless it has read them before')]
    public function testObjectCache(): void
    {
        $shop = $this->site(new ShopOptions(redis: true, plugin: false));
        $shop->php("wp_cache_set('colour', 'red', 'tests');");
        self::assertSame('red', $shop->php("return wp_cache_get('colour', 'tests');"));
        $shop->interrupter()->holdAtHook('aurpay_test_hold');
        $reader = $shop->startPhp(
            <<<'PHP'
                $before = wp_cache_get('colour', 'tests');
                do_action('aurpay_test_hold');
                return [$before, wp_cache_get('colour', 'tests'), wp_cache_get('colour', 'tests', true)];
                PHP,
        );
        $shop->interrupter()->awaitHeld();
        $shop->php("wp_cache_set('colour', 'blue', 'tests');");
        $shop->interrupter()->release();

        self::assertSame(['red', 'red', 'blue'], $reader->value());
    }

    #[DataProvider('variants')]
    #[TestDox('of the kind "$_dataName" answers at the address that WooCommerce gives for callbacks, without a redirect')]
    public function testAddresses(ShopOptions $options): void
    {
        $shop = $this->shop($options);
        $url = $shop->php("return WC()->api_request_url('aurpay_test');");
        self::assertIsString($url);

        $answer = $shop->visitor()->get($url . (str_contains($url, '?') ? '&' : '?') . 'order=1');

        self::assertStringStartsWith("$shop->home/", $url);
        // WooCommerce's answer when nothing handles the callback.
        self::assertSame([400, '-1'], [$answer->status, $answer->body]);
    }

    #[TestDox('has a second site in its network, with pages and an administration of its own')]
    public function testSecondSite(): void
    {
        $shop = $this->site(new ShopOptions(multisite: true, plugin: false));

        self::assertStringContainsString('Second site', $shop->visitor()->get('/second/')->body);
        self::assertSame(200, $shop->visitor()->get('/second/wp-login.php')->status);
    }

    #[TestDox('with plain permalinks has addresses with a query only')]
    public function testPlainPermalinks(): void
    {
        $shop = $this->shop(new ShopOptions(pretty: false, plugin: false));

        self::assertSame("$shop->home/?wc-api=something", $shop->php("return WC()->api_request_url('something');"));
        self::assertSame(
            "{$this->shop(new ShopOptions(plugin: false))->home}/wc-api/something/",
            $this->shop(new ShopOptions(plugin: false))->php("return WC()->api_request_url('something');"),
        );
    }

    public static function classic(): ShopOptions
    {
        return new ShopOptions(block: false, plugin: false);
    }

    private function assertSold(Shop $shop, int $id, int $product): void
    {
        $order = $shop->orders()->get($id);
        self::assertSame(['on-hold', '25.00', 'USD', 'cheque'], [$order->status, $order->total, $order->currency, $order->method]);
        self::assertSame(4, $shop->orders()->stock($product));
        self::assertCount(1, $shop->mails()->all(Customer::MAIL));
        self::assertCount(1, $shop->mails()->all(Shop::ADMIN_MAIL));
    }
}
