<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('Requests that nobody should make')]
final class AttackTest extends PluginTestCase
{
    #[TestDox('of every method to the callback address pay nothing, and are never taken as a callback')]
    public function testMethods(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');
        $url = $aurpay->gateway->callbackUrl($payment);
        $body = '{"order_id":"' . $payment . '","status":"SUCCESS"}';
        foreach (['PUT', 'OPTIONS', 'DELETE', 'PATCH', 'POST'] as $method) {
            foreach (['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'] as $type) {
                $answer = $aurpay->shop->visitor()->send($method, $url, ['Content-Type' => $type], $body);
                self::assertSame(403, $answer->status, "$method $type");
            }
        }
        self::assertSame('pending', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('with a BOM before the body are understood, and with a wrong type of content, too')]
    public function testBody(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');
        $sender = $aurpay->gateway->callbacks($aurpay->shop, $payment);

        $answers = [
            $sender->send("\u{FEFF}" . '{"order_id":"' . $payment . '"}')->status,
            $sender->send('{"order_id":"' . $payment . '"}', null, ['Content-Type' => 'text/html'])->status,
            $sender->send('{"order_id":"' . $payment . '","x":' . str_repeat('[', 5000) . str_repeat(']', 5000) . '}')->status,
        ];

        self::assertSame([200, 200, 400], $answers);
        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('after the mode was switched: a callback of a test payment is verified and asked about in test mode')]
    public function testModeSwitched(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->shop->loseCallbacks();
        $aurpay->shop->php('update_option("woocommerce_aurpay_native_settings", ["mode" => "live", "live_api_key" => "key-of-live-mode"] + get_option("woocommerce_aurpay_native_settings"));');
        $aurpay->gateway->play($payment, 'pay');

        $answer = $aurpay->gateway->callbacks($aurpay->shop, $payment)->send('{"order_id":"' . $payment . '"}');

        $paid = $aurpay->shop->orders()->get($order);
        self::assertSame([200, 'processing'], [$answer->status, $paid->status]);
        self::assertNotSame([], array_filter($paid->notes, static fn (string $note): bool => str_contains($note, 'test mode')), implode("\n", $paid->notes));
    }

    #[TestDox('with arrays and wrong types in the checkout start no payment, and end in words')]
    public function testCheckout(): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 50);
        foreach ([
            [['key' => 'aurpay_native_coin', 'value' => 'ABC/DEF']],
            [['key' => 'aurpay_native_coin', 'value' => true]],
            [['key' => 'aurpay_native_coin', 'value' => ['ETH/USDT-ERC20']]],
            [],
        ] as $data) {
            $customer = $aurpay->shop->storeApi();
            $customer->add($product);
            $answer = $customer->checkout(PluginShop::METHOD, [], ['payment_data' => $data]);
            self::assertSame(400, $answer->status, json_encode($data) . $answer);
        }
        self::assertSame([], $aurpay->gateway->calls('POST', '/api/order/pay-info'));
    }

    #[TestDox('for the classic checkout with an array as coin end in words')]
    public function testClassic(): void
    {
        $aurpay = $this->aurpay(new ShopOptions(block: false));
        $customer = $aurpay->shop->classicCheckout();
        $customer->add($aurpay->shop->orders()->product('Thing', '25.00'));

        $answer = $customer->checkout(PluginShop::METHOD, ['aurpay_native_coin[]' => 'ETH/USDT-ERC20']);

        self::assertSame('failure', $answer->text('result'));
        self::assertStringContainsString('choose the coin', $answer->text('messages'));
    }

    #[TestDox('that refund by REST and on the order at once, and by REST twice, send one refund')]
    public function testRefunds(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->pay($payment);
        $code = <<<'PHP'
            wp_set_current_user(1);
            $request = new WP_REST_Request('POST', "/wc/v3/orders/$order/refunds");
            $request->set_body_params(['amount' => '25.00', 'api_refund' => true]);
            return rest_do_request($request)->get_status();
            PHP;
        $calls = [$aurpay->shop->startPhp($code, ['order' => $order]), $aurpay->shop->startPhp($code, ['order' => $order])];
        $aurpay->shop->admin()->refund($order, '25.00');
        foreach ($calls as $call) {
            $call->process->wait();
        }

        self::assertCount(1, $aurpay->gateway->calls('POST', '/api/v2/order/refund'));
        $refunded = $aurpay->shop->orders()->get($order);
        self::assertSame(['refunded', ['25.00']], [$refunded->status, $refunded->refunds]);
    }

    #[TestDox('that pay the same order at once make one payment')]
    public function testPayAtOnce(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->shop->orders()->create($aurpay->shop->orders()->product('Thing', '25.00', 50), ['payment_method' => PluginShop::METHOD]);
        $code = 'return Aurpay\WooCommerce\Plugin::services()->checkout()->start(wc_get_order($order), "ETH/USDT-ERC20")->gateway_id;';
        $calls = array_map(static fn () => $aurpay->shop->startPhp($code, ['order' => $order]), range(1, 4));
        $ids = [];
        foreach ($calls as $call) {
            $call->process->wait()->requireSuccess('PHP in the shop');
            $ids[] = $call->value();
        }

        self::assertCount(1, array_unique($ids, SORT_REGULAR));
        self::assertCount(1, $aurpay->payments($order));
    }

    #[TestDox('of a payment whose order was deleted are told to the merchant')]
    public function testDeleted(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->shop->loseCallbacks();
        $aurpay->shop->php('wc_get_order($order)->delete(true);', ['order' => $order]);
        $aurpay->gateway->play($payment, 'pay');

        $aurpay->gateway->callbacks($aurpay->shop, $payment)->send('{"order_id":"' . $payment . '"}');

        self::assertStringContainsString("Order $order, which is gone", $aurpay->shop->admin()->page('index.php')->readable());
    }

    #[TestDox('for the settings with odd input end on the page of settings, without a fatal error')]
    public function testSettings(): void
    {
        $aurpay = $this->aurpay();
        foreach ([
            ['test_base_uri' => 'http://gateway.example'],
            ['test_base_uri' => "https://x\r\nHost: y"],
            ['test_ca_file' => '/'],
            ['partial_window' => '-1', 'late_window' => '99999999999999999999'],
            ['mode' => 'both'],
            ['choice' => 'none'],
            ['test_api_token' => "\u{200B}token"],
        ] as $changes) {
            $named = [];
            foreach ($changes as $name => $value) {
                $named["woocommerce_aurpay_native_$name"] = $value;
            }
            $answer = $aurpay->shop->admin()->saveSettings('tab=checkout&section=aurpay_native', $named);
            self::assertSame(200, $answer->status, json_encode($changes) . '');
            self::assertStringContainsString('</html>', $answer->body);
        }
        $windows = $aurpay->shop->php('$settings = Aurpay\WooCommerce\Plugin::services()->settings(); return [$settings->partial_window(), $settings->late_window(), $settings->mode(), $settings->choice()];');
        self::assertSame([3600, 3600, 'test', 'coin'], $windows);
    }

    /** @return array{PluginShop, int, string} */
    private function waiting(): array
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 50));

        return [$aurpay, $order, $aurpay->payment($order)];
    }
}
