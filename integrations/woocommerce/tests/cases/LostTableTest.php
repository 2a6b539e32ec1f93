<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('Without the table of payments, as after a move that left it behind,')]
final class LostTableTest extends PluginTestCase
{
    #[TestDox('the pages of the customer stand, and say nothing false')]
    public function testCustomer(): void
    {
        [$aurpay, $order] = $this->withoutTable();
        $url = $aurpay->shop->php('return wc_get_order($order)->get_checkout_order_received_url();', ['order' => $order]);
        self::assertIsString($url);

        $page = $aurpay->shop->visitor()->get($url);

        self::assertSame(200, $page->status);
        self::assertStringContainsString('</html>', $page->body);
        self::assertStringContainsString('The state of your payment cannot be read at the moment.', $page->readable());
        $key = $aurpay->shop->orders()->get($order)->key;
        $state = $aurpay->shop->visitor()->get("/?wc-ajax=aurpay_native_state&order=$order&key=$key");
        self::assertSame([503, ['state' => null]], [$state->status, $state->json()]);
    }

    #[TestDox('the pages of the merchant stand')]
    public function testMerchant(): void
    {
        foreach (['admin.php?page=wc-orders&action=edit&id=', 'admin.php?page=wc-settings&tab=checkout&section=aurpay_native', 'admin.php?page=wc-status', 'site-health.php'] as $address) {
            [$aurpay, $order] = $this->withoutTable();

            $page = $aurpay->shop->admin()->page(str_ends_with($address, '=') ? "$address$order" : $address);

            self::assertSame(200, $page->status, $address);
            self::assertStringContainsString('</html>', $page->body, $address);
        }
    }

    #[TestDox('the next page of the merchant makes it again, and customers can pay')]
    public function testMadeAgain(): void
    {
        [$aurpay] = $this->withoutTable();

        $aurpay->shop->admin()->page('index.php');

        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5));
        $aurpay->pay($aurpay->payment($order));
        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    /** @return array{PluginShop, int} */
    private function withoutTable(): array
    {
        $aurpay = $this->aurpay(new ShopOptions());
        $aurpay->shop->php('delete_option("aurpay_native_schema"); Aurpay\WooCommerce\Schema::ensure($GLOBALS["wpdb"]);');
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5));
        $aurpay->shop->php('$GLOBALS["wpdb"]->query("DROP TABLE {$GLOBALS["wpdb"]->prefix}aurpay_native_payments");');

        return [$aurpay, $order];
    }
}
