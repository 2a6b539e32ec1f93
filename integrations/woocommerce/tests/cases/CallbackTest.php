<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\Customer;
use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\Shop;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use Aurpay\WooCommerce\Tests\Support\Storage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('A callback')]
final class CallbackTest extends PluginTestCase
{
    /**
     * @return iterable<string, array{ShopOptions}>
     */
    public static function storages(): iterable
    {
        yield 'HPOS' => [new ShopOptions()];
        yield 'CPT storage' => [new ShopOptions(storage: Storage::Posts)];
        yield 'plain permalinks' => [new ShopOptions(pretty: false)];
        yield 'Redis' => [new ShopOptions(redis: true)];
    }

    #[DataProvider('storages')]
    #[TestDox('that comes 20 times at once pays once: stock −1, two mails, one note; with $_dataName')]
    public function testTwentyAtOnce(ShopOptions $options): void
    {
        [$aurpay, $order, $payment, $product] = $this->waiting($options);
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');

        $answers = $aurpay->gateway->callbacks($aurpay->shop, $payment)->sendAtOnce(20, self::body($payment));

        foreach ($answers as $answer) {
            self::assertContains($answer->status, [200, 503], (string) $answer);
        }
        self::assertContains(200, array_column($answers, 'status'));
        $paid = $aurpay->shop->orders()->get($order);
        self::assertSame(['processing', $payment], [$paid->status, $paid->transaction]);
        self::assertSame(4, $aurpay->shop->orders()->stock($product));
        self::assertCount(1, $aurpay->shop->mails()->all(Customer::MAIL));
        self::assertCount(1, $aurpay->shop->mails()->all(Shop::ADMIN_MAIL));
        self::assertCount(1, array_filter($paid->notes, static fn (string $note): bool => str_contains($note, 'Paid through Aurpay')));
        self::assertCount(1, $aurpay->rows($order));
    }

    #[TestDox('that names a payment of another order is refused with 409, and changes neither')]
    public function testForeignPayment(): void
    {
        [$aurpay, $cheap, $paymentOfCheap] = $this->waiting();
        $dear = $aurpay->buy($aurpay->shop->orders()->product('Dear', '2500.00'));
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($paymentOfCheap, 'pay');

        $answer = $aurpay->gateway->callbacks($aurpay->shop, $aurpay->payment($dear))->send(self::body($paymentOfCheap));

        self::assertSame(409, $answer->status);
        self::assertSame(['pending', 'pending'], [$aurpay->shop->orders()->status($cheap), $aurpay->shop->orders()->status($dear)]);
    }

    #[TestDox('of the hosted kind that names a payment of another order, or none that exists, is refused with 409')]
    public function testForeignPaymentHosted(): void
    {
        $aurpay = $this->aurpay();
        $orders = $aurpay->shop->orders();
        $cheap = $aurpay->buy($orders->product('Cheap', '1.00'));
        $payment = $aurpay->payment($cheap);
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');
        $hosted = PluginShop::setUp($aurpay->shop, $aurpay->gateway, ['choice' => 'hosted']);
        $dear = $hosted->buy($orders->product('Dear', '2500.00'), '');
        $url = $hosted->rows($dear)[0]['callback_url'];
        self::assertIsString($url);

        $sender = $hosted->gateway->callbacksTo($aurpay->shop, $url);

        self::assertSame([409, 409, 409], [
            $sender->send(self::body($payment))->status,
            $sender->send(self::body('20240613093614690315'))->status,
            $sender->send(self::body('none'))->status,
        ]);
        self::assertSame(['', ''], [(string) $hosted->rows($dear)[0]['gateway_id'], $orders->get($dear)->transaction]);
        self::assertSame('pending', $orders->status($dear));
    }

    #[TestDox('that is not signed for its address is refused with 403, whatever is wrong, and leaves no trace in the order')]
    public function testForged(): void
    {
        [$aurpay, $order, $payment, $product] = $this->waiting();
        $other = $aurpay->payment($aurpay->buy($product));
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');
        $sender = $aurpay->gateway->callbacks($aurpay->shop, $payment);
        $before = $aurpay->shop->orders()->get($order);
        $body = self::body($payment);

        $statuses = [
            'without headers' => $sender->send($body, null, ['Api-Key' => null, 'Callback-Token' => null, 'Date' => null, 'Signature' => null]),
            'without Date' => $sender->send($body, null, ['Date' => null]),
            'without Signature' => $sender->send($body, null, ['Signature' => null]),
            'a wrong token' => $sender->send($body, null, ['Callback-Token' => str_repeat('0', 32)]),
            'a wrong signature' => $sender->send($body, null, ['Signature' => base64_encode(str_repeat('x', 32))]),
            'an old date with a wrong signature' => $sender->send($body, time() - 86_400, ['Signature' => base64_encode(str_repeat('x', 32))]),
            'signed for another order' => $sender->send($body, null, [], $aurpay->gateway->callbackUrl($other)),
            'GET with a wrong signature' => $sender->send(null, null, ['Signature' => 'eA==']),
            'a token that nobody has' => $sender->send($body, null, [], self::withToken($sender->url, str_repeat('0', 32))),
        ];

        self::assertSame(array_fill_keys(array_keys($statuses), 403), array_map(static fn ($answer): int => $answer->status, $statuses));
        self::assertEquals($before, $aurpay->shop->orders()->get($order));
    }

    #[TestDox('that is malformed is refused with 400, and leaves no trace in the order')]
    public function testMalformed(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $sender = $aurpay->gateway->callbacks($aurpay->shop, $payment);
        $before = $aurpay->shop->orders()->get($order);
        $target = static fn (string $token): string => self::withToken($sender->url, $token);
        $array = str_replace('aurpay_payment=', 'aurpay_payment[]=', $sender->url);

        $statuses = array_map(static fn ($answer): int => $answer->status, [
            'no token' => $sender->send('{}', null, [], $target('')),
            'a token of another form' => $sender->send('{}', null, [], $target('../../wp-config')),
            'an array' => $sender->send('{}', null, [], $array),
            'an empty body' => $sender->send(''),
            'no JSON' => $sender->send('<html>'),
            'a list' => $sender->send('[]'),
            'no order_id' => $sender->send('{"status":"SUCCESS"}'),
            'a number' => $sender->send('{"order_id":5}'),
            'an array as order_id' => $sender->send('{"order_id":["1"]}'),
            'a traversal' => $sender->send('{"order_id":"../../withdraw"}'),
            'a large body' => $sender->send('{"order_id":"1","x":"' . str_repeat('x', 70_000) . '"}'),
        ]);

        self::assertSame(array_fill_keys(array_keys($statuses), 400), $statuses);
        self::assertEquals($before, $aurpay->shop->orders()->get($order));
    }

    #[TestDox('with an old date and a good signature makes the shop ask, and pays')]
    public function testStale(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');

        $answer = $aurpay->gateway->callbacks($aurpay->shop, $payment)->send(self::body($payment), time() - 86_400);

        self::assertSame([200, 'processing'], [$answer->status, $aurpay->shop->orders()->status($order)]);
    }

    #[TestDox('by GET, without a body, makes the shop ask about its own payment')]
    public function testGet(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $sender = $aurpay->gateway->callbacks($aurpay->shop, $payment);
        self::assertSame([200, 'pending'], [$sender->send()->status, $aurpay->shop->orders()->status($order)]);
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');

        self::assertSame([200, 'processing'], [$sender->send()->status, $aurpay->shop->orders()->status($order)]);
    }

    #[TestDox('by GET for a payment whose number only a callback with a body can tell is not taken as done')]
    public function testGetHosted(): void
    {
        $aurpay = $this->aurpay(settings: ['choice' => 'hosted']);
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5), '');
        $url = $aurpay->rows($order)[0]['callback_url'];
        self::assertIsString($url);

        self::assertSame(400, $aurpay->gateway->callbacksTo($aurpay->shop, $url)->send()->status);
    }

    #[TestDox('that says PAID of a payment that is not, pays nothing')]
    public function testLie(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();

        $answer = $aurpay->gateway->callbacks($aurpay->shop, $payment)->send('{"order_id":"' . $payment . '","status":"SUCCESS"}');

        self::assertSame([200, 'pending'], [$answer->status, $aurpay->shop->orders()->status($order)]);
    }

    #[TestDox('is answered with 503 while the gateway cannot be asked, and pays when it is repeated')]
    public function testGatewayDown(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->shop->loseCallbacks();
        $aurpay->gateway->play($payment, 'pay');
        $sender = $aurpay->gateway->callbacks($aurpay->shop, $payment);
        $aurpay->gateway->fault(['path' => '/api/v2/order/detail', 'status' => 502, 'count' => 0]);
        $down = $sender->send(self::body($payment))->status;
        $aurpay->gateway->clearFaults();

        self::assertSame([503, 200, 'processing'], [$down, $sender->send(self::body($payment))->status, $aurpay->shop->orders()->status($order)]);
    }

    /** @return array{PluginShop, int, string, int} an order that waits, its payment and its product */
    private function waiting(ShopOptions $options = new ShopOptions()): array
    {
        $aurpay = $this->aurpay($options);
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 5);
        $order = $aurpay->buy($product);
        $aurpay->shop->mails()->clear();

        return [$aurpay, $order, $aurpay->payment($order), $product];
    }

    private static function body(string $payment): string
    {
        return '{"order_id":"' . $payment . '","status":"PENDING"}';
    }

    private static function withToken(string $url, string $token): string
    {
        return (string) preg_replace('/aurpay_payment=[0-9a-f]*/', 'aurpay_payment=' . rawurlencode($token), $url);
    }
}
