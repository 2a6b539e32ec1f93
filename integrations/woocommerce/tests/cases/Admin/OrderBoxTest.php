<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Admin;

use Aurpay\WooCommerce\Tests\Support\Button;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\Storage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('The box on an order')]
final class OrderBoxTest extends PluginTestCase
{
    /**
     * @return iterable<string, array{ShopOptions}>
     */
    public static function storages(): iterable
    {
        yield 'HPOS' => [new ShopOptions()];
        yield 'CPT storage' => [new ShopOptions(storage: Storage::Posts)];
    }

    #[DataProvider('storages')]
    #[TestDox('shows the payment without its pay URL, and its button finds a payment whose callback was lost ($_dataName)')]
    public function testAskNow(ShopOptions $options): void
    {
        $aurpay = $this->aurpay($options);
        $order = $aurpay->buy($aurpay->shop->orders()->productNamed('Cap'));
        $payment = $aurpay->payment($order);
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');
        $admin = $aurpay->shop->admin();
        $page = $admin->order($order);
        $row = $aurpay->rows($order)[0];

        self::assertStringContainsString('id="aurpay-native-payments"', $page->body);
        foreach (['gateway_id', 'address', 'amount'] as $column) {
            self::assertStringContainsString((string) $row[$column], $page->body, $column);
        }
        $pay = (string) parse_url((string) $row['pay_url'], PHP_URL_QUERY) . parse_url((string) $row['pay_url'], PHP_URL_FRAGMENT);
        self::assertNotSame('', $pay);
        foreach ([(string) $row['pay_url'], $pay, (string) $row['token']] as $secret) {
            self::assertStringNotContainsString($secret, $page->body);
        }

        $after = Button::of($page, 'Ask Aurpay now')->press($admin);

        self::assertStringContainsString('The order shows what Aurpay says now.', $after->body);
        self::assertSame('processing', $aurpay->shop->orders()->status($order));
        self::assertStringContainsString((string) $aurpay->rows($order)[0]['tx_hash'], $after->body);
        self::assertStringNotContainsString('href="https://etherscan.io', $after->body, 'a test payment is on no chain');
    }

    #[TestDox('asks nothing without its nonce, for a customer, or in a copy of the shop')]
    public function testRefused(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->productNamed('Cap'));
        $admin = $aurpay->shop->admin();
        $button = Button::of($admin->order($order), 'Ask Aurpay now');
        $calls = count($aurpay->gateway->calls());

        self::assertSame(403, $button->send($admin, ['_wpnonce' => '0123456789'])->status);
        $aurpay->shop->php('update_option("aurpay_native_site", "old.example");');
        self::assertStringContainsString('this site is a copy of the shop', $button->press($admin)->body);

        self::assertCount($calls, $aurpay->gateway->calls());
    }

    #[TestDox('says what is in doubt about a refund, and links the transaction of a real coin')]
    public function testInDoubt(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->productNamed('Cap'));
        $hash = '0x' . str_repeat('ab', 32);
        $aurpay->shop->php(
            <<<'PHP'
                global $wpdb;
                $wpdb->update("{$wpdb->prefix}aurpay_native_payments", ['refund' => 'unknown', 'mode' => 'live', 'coin' => 'ETH/USDT-ERC20', 'tx_hash' => $hash], ['order_id' => $order]);
                PHP,
            ['order' => $order, 'hash' => $hash],
        );

        $page = $aurpay->shop->admin()->order($order);

        self::assertStringContainsString('the answer was lost. It may have been made or not', $page->body);
        self::assertStringContainsString("href=\"https://etherscan.io/tx/$hash\"", $page->body);
    }

    #[TestDox('is not there for orders that have nothing to do with Aurpay')]
    public function testOtherOrders(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->shop->orders()->create($aurpay->shop->orders()->productNamed('Cap'), ['payment_method' => 'cheque']);

        self::assertStringNotContainsString('aurpay-native-payments', $aurpay->shop->admin()->order($order)->body);
    }
}
