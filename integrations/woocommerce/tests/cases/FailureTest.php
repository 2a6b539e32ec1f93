<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('When the payment cannot be started')]
final class FailureTest extends PluginTestCase
{
    /**
     * @return iterable<string, array{array<string, mixed>, string}>
     */
    public static function faults(): iterable
    {
        yield 'HTTP 502' => [['status' => 502], 'did not answer'];
        yield 'HTTP 500' => [['status' => 500], 'did not answer'];
        yield 'a dropped connection' => [['drop' => true], 'did not answer'];
        yield 'HTTP 429' => [['status' => 429], 'is busy'];
        yield 'a truncated answer' => [['truncate' => 20], 'did not answer'];
        yield 'a page of HTML' => [['status' => 200, 'body' => '<html>Hello</html>', 'content_type' => 'text/html'], 'did not answer'];
        yield 'a slow gateway' => [['delay_ms' => 25_000], 'did not answer'];
        yield 'wrong credentials' => [['status' => 401, 'body' => '{"code":401,"message":"wrong key","result":false}', 'content_type' => 'application/json'], 'not possible at the moment'];
        yield 'a refusal' => [['status' => 200, 'body' => '{"code":400,"message":"currency is not supported","result":false}', 'content_type' => 'application/json'], 'does not accept this order in USD'];
    }

    /** @param array<string, mixed> $fault */
    #[DataProvider('faults')]
    #[TestDox('because of $_dataName, the customer reads plain words, and the same browser\'s next try succeeds')]
    public function testStoreApi(array $fault, string $words): void
    {
        $aurpay = $this->aurpay();
        $customer = $aurpay->shop->storeApi();
        $customer->add($aurpay->shop->orders()->product('Thing', '25.00'));
        $aurpay->gateway->fault(['method' => 'POST', 'path' => '/api/order/pay-info'] + $fault);

        $failed = $customer->checkout(PluginShop::METHOD, PluginShop::fields());
        self::awaitNextSecond();
        $next = $customer->checkout(PluginShop::METHOD, PluginShop::fields());

        self::assertSame(400, $failed->status, (string) $failed);
        self::assertStringContainsString($words, $failed->text('message'));
        self::requirePlainWords($failed->text('message'));
        self::assertSame(200, $next->status, (string) $next);
        $order = $next->number('order_id');
        $open = array_filter($aurpay->rows($order), static fn (array $row): bool => $row['state'] === 'open');
        self::assertCount(1, $open);
        $gatewayId = array_values($open)[0]['gateway_id'];
        self::assertIsString($gatewayId);
        $aurpay->pay($gatewayId);
        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('on the classic page, too, the customer reads plain words, and the next try succeeds')]
    public function testClassic(): void
    {
        $aurpay = $this->aurpay(new ShopOptions(block: false));
        $customer = $aurpay->shop->classicCheckout();
        $customer->add($aurpay->shop->orders()->product('Thing', '25.00'));
        $aurpay->gateway->fault(['method' => 'POST', 'path' => '/api/order/pay-info', 'status' => 502]);

        $failed = $customer->checkout(PluginShop::METHOD, PluginShop::fields());
        self::awaitNextSecond();
        $next = $customer->checkout(PluginShop::METHOD, PluginShop::fields());

        self::assertSame(['failure', 'success'], [$failed->text('result'), $next->text('result')], (string) $next);
        self::assertStringContainsString('did not answer', $failed->text('messages'));
    }

    #[TestDox('because nothing listens at the gateway\'s address, or a setting is not allowed, no host, option or file is shown')]
    public function testSettings(): void
    {
        $wrong = [
            ['test_base_uri' => 'https://127.0.0.1:9'],
            ['test_base_uri' => 'http://gateway.example'],
            ['test_base_uri' => 'nonsense'],
            ['test_ca_file' => '/none/ca.pem'],
            ['test_api_token' => "with\nnewline"],
        ];
        foreach ($wrong as $setting) {
            $aurpay = $this->aurpay();
            $settings = $aurpay->shop->php('return get_option("woocommerce_aurpay_native_settings");');
            self::assertIsArray($settings);
            $aurpay->shop->php('update_option("woocommerce_aurpay_native_settings", $settings);', ['settings' => $setting + $settings]);
            $customer = $aurpay->shop->storeApi();
            $customer->add($aurpay->shop->orders()->product('Thing', '25.00'));

            $answer = $customer->checkout(PluginShop::METHOD, PluginShop::fields());

            self::assertSame(400, $answer->status, (string) $answer);
            self::requirePlainWords($answer->text('message'));
        }
    }

    #[TestDox('because the shop\'s currency is unknown to the gateway, the method is not offered; a list that is old ends in a refusal that names it')]
    public function testCurrency(): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00');
        $aurpay->shop->php('update_option("woocommerce_currency", "XPF");');
        try {
            $offered = static fn (): array => (array) $aurpay->shop->storeApi()->cart()->value('payment_methods');
            self::assertNotContains(PluginShop::METHOD, $offered());
            $aurpay->shop->php('$all = get_option("aurpay_native_catalogue"); $all["test"]["currencies"][] = "XPF"; update_option("aurpay_native_catalogue", $all);');
            self::assertContains(PluginShop::METHOD, $offered());
            $customer = $aurpay->shop->storeApi();
            $customer->add($product);

            $answer = $customer->checkout(PluginShop::METHOD, PluginShop::fields());

            self::assertSame(400, $answer->status, (string) $answer);
            self::assertStringContainsString('XPF', $answer->text('message'));
        } finally {
            $aurpay->shop->php('update_option("woocommerce_currency", "USD");');
        }
    }

    /**
     * WooCommerce 11 refuses a second try within the same second: the row that reserves the stock does not change, which
     * it takes for "not enough units".
     */
    private static function awaitNextSecond(): void
    {
        $now = time();
        while (time() === $now) {
            usleep(10_000);
        }
    }

    private static function requirePlainWords(string $message): void
    {
        foreach (['127.0.0.1', 'option', 'base_uri', 'ca.pem', 'curl', 'ValueError', 'Aurpay\\', 'api_', 'gateway.example', 'nonsense'] as $word) {
            self::assertStringNotContainsString($word, $message);
        }
    }
}
