<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\Customer;
use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('A refund')]
final class RefundTest extends PluginTestCase
{
    #[TestDox('of the whole is made once, and the order is refunded')]
    public function testWhole(): void
    {
        [$aurpay, $order, $payment] = $this->paid();

        $answer = $aurpay->shop->admin()->refund($order, '25.00');

        self::assertTrue($answer->value('success'), (string) $answer);
        $refunded = $aurpay->shop->orders()->get($order);
        self::assertSame(['refunded', ['25.00']], [$refunded->status, $refunded->refunds]);
        self::assertSame('REFUNDED', $aurpay->gateway->payment($payment)['status']);
        self::assertCount(1, self::posts($aurpay));
        self::assertMatchesRegularExpression('/Refund\s*made through Aurpay/', $aurpay->shop->admin()->order($order)->readable());
        $aurpay->reconcileOrder($order);
        self::assertCount(1, $aurpay->shop->orders()->get($order)->refunds);
    }

    #[TestDox('of a part is refused in words, and nothing is sent')]
    public function testPart(): void
    {
        [$aurpay, $order] = $this->paid();

        $answer = $aurpay->shop->admin()->refund($order, '10.00');

        self::assertFalse($answer->value('success'));
        self::assertStringContainsString('whole orders only', $answer->body);
        self::assertSame([], self::posts($aurpay));
        self::assertSame([], $aurpay->shop->orders()->get($order)->refunds);
    }

    #[TestDox('of a payment that the shop has not accepted is refused; the note and the refusal name the dashboard')]
    public function testNotAccepted(): void
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00', 5));
        $aurpay->gateway->play($aurpay->payment($order), 'expire');
        $aurpay->reconcileOrder($order);
        $aurpay->gateway->play($aurpay->payment($order), 'pay');
        $aurpay->reconcileOrder($order);

        $answer = $aurpay->shop->admin()->refund($order, '25.00');

        self::assertFalse($answer->value('success'));
        self::assertStringContainsString('The shop has accepted no Aurpay payment for this order.', $answer->body);
        self::assertStringContainsString('or refund the payment on the Aurpay dashboard.', implode("\n", $aurpay->shop->orders()->get($order)->notes));
        self::assertSame([], self::posts($aurpay));
    }

    #[TestDox('that is clicked twice at once is sent once')]
    public function testTwoClicks(): void
    {
        [$aurpay, $order] = $this->paid();

        $answers = $aurpay->shop->admin()->refundAtOnce(2, $order, '25.00');

        self::assertCount(2, $answers);
        self::assertCount(1, self::posts($aurpay));
        $refunded = $aurpay->shop->orders()->get($order);
        self::assertSame(['refunded', ['25.00']], [$refunded->status, $refunded->refunds]);
    }

    #[TestDox('whose answer is lost after it was made is found out, and written once')]
    public function testLostAndMade(): void
    {
        [$aurpay, $order, $payment] = $this->paid();
        $aurpay->gateway->fault(['method' => 'POST', 'path' => '/api/v2/order/refund', 'drop' => true]);

        $answer = $aurpay->shop->admin()->refund($order, '25.00');

        self::assertFalse($answer->value('success'));
        self::assertStringContainsString('may have been made or not', $answer->body);
        self::assertSame('REFUNDED', $aurpay->gateway->payment($payment)['status']);
        self::assertSame([], $aurpay->shop->orders()->get($order)->refunds, 'WooCommerce takes its own refund object back');
        $again = $aurpay->shop->admin()->refund($order, '25.00');
        self::assertStringContainsString('already being refunded', $again->body);

        $aurpay->reconcileOrder($order);
        $aurpay->reconcileOrder($order);

        $refunded = $aurpay->shop->orders()->get($order);
        self::assertSame(['refunded', ['25.00']], [$refunded->status, $refunded->refunds]);
        self::assertCount(1, self::posts($aurpay));
    }

    #[TestDox('whose answer is lost before it was made is found out, and can be made then')]
    public function testLostAndNotMade(): void
    {
        [$aurpay, $order] = $this->paid();
        $aurpay->gateway->fault(['method' => 'POST', 'path' => '/api/v2/order/refund', 'status' => 502]);
        self::assertFalse($aurpay->shop->admin()->refund($order, '25.00')->value('success'));
        $aurpay->reconcileOrder($order);
        self::assertStringContainsString('already being refunded', $aurpay->shop->admin()->refund($order, '25.00')->body, 'it may still come');

        $aurpay->age($order, 900);
        $aurpay->reconcile();
        self::assertSame('processing', $aurpay->shop->orders()->status($order));
        $aurpay->shop->admin()->refund($order, '25.00');

        $refunded = $aurpay->shop->orders()->get($order);
        self::assertSame(['refunded', ['25.00']], [$refunded->status, $refunded->refunds]);
        self::assertCount(2, self::posts($aurpay));
    }

    #[TestDox('during which PHP is killed is not sent again, and is found out')]
    public function testKilled(): void
    {
        [$aurpay, $order, $payment] = $this->paid();
        $aurpay->shop->interrupter()->killAtQuery(1, "SET refund = 'refunded'", path: 'admin-ajax');

        $aurpay->shop->admin()->refund($order, '25.00');

        self::assertTrue($aurpay->shop->interrupter()->hasStruck());
        self::assertSame('asked', $aurpay->rows($order)[0]['refund']);
        $aurpay->shop->admin()->refund($order, '25.00');
        $aurpay->reconcileOrder($order);
        self::assertSame('processing', $aurpay->shop->orders()->status($order), 'the request may still run');
        $aurpay->age($order, 60);
        $aurpay->reconcile();
        $refunded = $aurpay->shop->orders()->get($order);
        self::assertSame(['refunded', ['25.00']], [$refunded->status, $refunded->refunds]);
        self::assertCount(1, self::posts($aurpay));
        self::assertSame('REFUNDED', $aurpay->gateway->payment($payment)['status']);
    }

    #[TestDox('that the gateway refuses is told with its reason, and can be made again')]
    public function testRefused(): void
    {
        [$aurpay, $order] = $this->paid();
        $aurpay->gateway->fault(['method' => 'POST', 'path' => '/api/v2/order/refund', 'body' => '{"code":40009,"message":"balance too low","result":false}', 'content_type' => 'application/json', 'status' => 200]);

        $answer = $aurpay->shop->admin()->refund($order, '25.00');

        self::assertStringContainsString('balance too low', $answer->body);
        self::assertSame('', $aurpay->rows($order)[0]['refund']);
        $aurpay->shop->admin()->refund($order, '25.00');
        self::assertSame('refunded', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('of an order whose total was changed after it was paid is refused: the gateway would send back what was paid')]
    public function testChangedTotal(): void
    {
        [$aurpay, $order] = $this->paid();
        $aurpay->shop->php('$order = wc_get_order($order); $order->set_total("20.00"); $order->save();', ['order' => $order]);

        $answer = $aurpay->shop->admin()->refund($order, '20.00');

        self::assertFalse($answer->value('success'));
        self::assertStringContainsString('25.00 USD', $answer->body);
        self::assertSame([], self::posts($aurpay));
        self::assertSame([], $aurpay->shop->orders()->get($order)->refunds);
    }

    #[TestDox('on the dashboard leaves an order alone that the merchant has cancelled, and its stock')]
    public function testDashboardCancelled(): void
    {
        [$aurpay, $order, $payment] = $this->paid();
        $aurpay->shop->php('wc_get_order($order)->update_status("cancelled");', ['order' => $order]);
        $aurpay->gateway->play($payment, 'refund');
        $aurpay->shop->mails()->clear();

        $aurpay->reconcileOrder($order);
        $aurpay->reconcileOrder($order);

        $left = $aurpay->shop->orders()->get($order);
        self::assertSame('cancelled', $left->status);
        self::assertSame([], $aurpay->shop->mails()->all(Customer::MAIL));
        self::assertCount(1, array_filter($left->notes, static fn (string $note): bool => str_contains($note, 'was refunded on the Aurpay dashboard')));
    }

    #[TestDox('on the dashboard puts the order on hold')]
    public function testDashboard(): void
    {
        [$aurpay, $order, $payment] = $this->paid();
        $aurpay->gateway->play($payment, 'refund');

        $aurpay->reconcileOrder($order);

        self::assertSame('on-hold', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('on a copy of the shop is refused, and so is reconciliation, until the merchant confirms')]
    public function testCopy(): void
    {
        [$aurpay, $order] = $this->paid();
        $aurpay->shop->php('update_option("aurpay_native_site", "the-shop.example");');

        $answer = $aurpay->shop->admin()->refund($order, '25.00');
        $calls = count($aurpay->gateway->calls());
        $aurpay->reconcileOrder($order);

        self::assertStringContainsString('copy of the shop', $answer->body);
        self::assertSame([], self::posts($aurpay));
        self::assertCount($calls, $aurpay->gateway->calls());
        $aurpay->shop->php('Aurpay\WooCommerce\Plugin::services()->site()->confirm();');
        self::assertTrue($aurpay->shop->admin()->refund($order, '25.00')->value('success'));
    }

    /** @return array{PluginShop, int, string} an order that is paid, and its payment */
    private function paid(): array
    {
        $aurpay = $this->aurpay();
        $order = $aurpay->buy($aurpay->shop->orders()->product('Thing', '25.00'));
        $payment = $aurpay->payment($order);
        $aurpay->pay($payment);
        self::assertSame('processing', $aurpay->shop->orders()->status($order));

        return [$aurpay, $order, $payment];
    }

    /** @return list<string> */
    private static function posts(PluginShop $aurpay): array
    {
        return $aurpay->gateway->calls('POST', '/api/v2/order/refund');
    }
}
