<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests;

use Aurpay\WooCommerce\Tests\Support\PluginShop;
use Aurpay\WooCommerce\Tests\Support\PluginTestCase;
use Aurpay\WooCommerce\Tests\Support\ShopOptions;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('An order')]
final class StatusTest extends PluginTestCase
{
    #[TestDox('that is underpaid waits, with one note, and is paid when the rest comes')]
    public function testUnderpaid(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->gateway->play($payment, 'underpay');
        $aurpay->reconcileOrder($order);
        $aurpay->reconcileOrder($order);
        $waiting = $aurpay->shop->orders()->get($order);
        self::assertSame('pending', $waiting->status);
        self::assertCount(1, self::notes($waiting->notes, 'is underpaid'));

        $aurpay->pay($payment);

        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('that stays underpaid goes on hold after the window, and is paid when the rest comes')]
    public function testUnderpaidTooLong(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->gateway->play($payment, 'underpay');
        $aurpay->age($order, 3600);
        $aurpay->reconcile();
        $held = $aurpay->shop->orders()->get($order);
        self::assertSame('on-hold', $held->status);
        self::assertCount(1, self::notes($held->notes, 'time for the rest is over'));

        $aurpay->pay($payment);

        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('whose payment is accepted on the dashboard goes on hold, and is never completed by itself')]
    public function testResolved(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->gateway->play($payment, 'underpay');
        $aurpay->gateway->play($payment, 'resolve');
        $aurpay->reconcileOrder($order);
        $aurpay->reconcileOrder($order);

        $held = $aurpay->shop->orders()->get($order);
        self::assertSame(['on-hold', ''], [$held->status, $held->paid]);
        self::assertCount(1, self::notes($held->notes, 'accepted on the Aurpay dashboard'));
    }

    #[TestDox('that is underpaid, and whose payment ends then, goes on hold: money is there')]
    public function testUnderpaidAndClosed(): void
    {
        foreach (['fail', 'terminate'] as $end) {
            [$aurpay, $order, $payment] = $this->waiting();
            $aurpay->gateway->play($payment, 'underpay');
            $aurpay->reconcileOrder($order);
            $aurpay->gateway->play($payment, $end);
            $aurpay->age($order, 7200);
            $aurpay->reconcile();

            $held = $aurpay->shop->orders()->get($order);
            self::assertSame('on-hold', $held->status, $end);
            self::assertCount(1, self::notes($held->notes, 'time for the rest is over'), $end);
        }
    }

    #[TestDox('that is paid late goes on hold')]
    public function testLate(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->gateway->play($payment, 'expire');
        $aurpay->gateway->awaitCallback($payment);
        self::assertSame('pending', $aurpay->shop->orders()->status($order), 'it waits for a late payment');

        $aurpay->gateway->play($payment, 'pay');
        $aurpay->reconcileOrder($order);

        $held = $aurpay->shop->orders()->get($order);
        self::assertSame('on-hold', $held->status);
        self::assertCount(1, self::notes($held->notes, 'after its time was over'));
    }

    #[TestDox('whose payment expired fails when the time for a late payment is over')]
    public function testExpired(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->gateway->play($payment, 'expire');
        $aurpay->gateway->awaitCallback($payment);
        $aurpay->reconcileOrder($order);
        self::assertSame('pending', $aurpay->shop->orders()->status($order));

        $aurpay->age($order, 3600);
        $aurpay->reconcile();
        $aurpay->reconcileOrder($order);

        $failed = $aurpay->shop->orders()->get($order);
        self::assertSame('failed', $failed->status);
        self::assertCount(1, self::notes($failed->notes, 'the time for a late payment is over'));
    }

    #[TestDox('that was cancelled, paid in the gateway\'s time, is processed while there is stock')]
    public function testPaidAfterCancellation(): void
    {
        [$aurpay, $order, $payment, $product] = $this->waiting();
        $this->setStatus($aurpay, $order, 'cancelled');

        $aurpay->pay($payment);

        self::assertSame(['processing', 4], [$aurpay->shop->orders()->status($order), $aurpay->shop->orders()->stock($product)]);
    }

    #[TestDox('that was cancelled and is paid late goes on hold')]
    public function testLateAfterCancellation(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->gateway->play($payment, 'expire');
        $aurpay->gateway->awaitCallback($payment);
        $this->setStatus($aurpay, $order, 'cancelled');
        $aurpay->gateway->play($payment, 'pay');
        $aurpay->reconcileOrder($order);

        self::assertSame('on-hold', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('whose last piece was sold meanwhile goes on hold, and the stock does not fall below zero')]
    public function testLastPiece(): void
    {
        [$aurpay, $order, $payment, $product] = $this->waiting(stock: 1);
        $this->setStatus($aurpay, $order, 'cancelled');
        $other = $aurpay->buy($product);
        $aurpay->pay($aurpay->payment($other));
        self::assertSame(0, $aurpay->shop->orders()->stock($product));

        $aurpay->pay($payment);

        $held = $aurpay->shop->orders()->get($order);
        self::assertSame(['on-hold', 0], [$held->status, $aurpay->shop->orders()->stock($product)]);
        self::assertCount(1, self::notes($held->notes, 'not enough stock'));
    }

    #[TestDox('that was paid by card meanwhile stays as it is, and the merchant is told that it is paid twice')]
    public function testPaidTwice(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $this->payByCard($aurpay, $order);

        $aurpay->pay($payment);

        $paid = $aurpay->shop->orders()->get($order);
        self::assertSame(['processing', 'card-1'], [$paid->status, $paid->transaction]);
        self::assertCount(1, self::notes($paid->notes, 'Paid twice'));
    }

    #[TestDox('for which crypto was tried, and that was paid by card, is still processed when the payment expires')]
    public function testCardThenOverdue(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $this->payByCard($aurpay, $order);
        $aurpay->gateway->play($payment, 'expire');
        $aurpay->gateway->awaitCallback($payment);
        $aurpay->age($order, 3 * 86_400);
        $aurpay->reconcile();

        self::assertSame('processing', $aurpay->shop->orders()->status($order));
    }

    #[TestDox('that is paid in two tabs keeps both payments, goes on hold, and the merchant reads both ids')]
    public function testTwoTabs(): void
    {
        $aurpay = $this->aurpay(new ShopOptions(block: false));
        $orders = $aurpay->shop->orders();
        $order = $orders->create($orders->product('Thing', '25.00', 5));
        foreach (['BTC/BTC', 'ETH/ETH'] as $coin) {
            $aurpay->shop->classicCheckout()->pay($orders->get($order)->payUrl, PluginShop::METHOD, PluginShop::fields($coin));
        }
        [$first, $second] = $aurpay->payments($order);

        $aurpay->pay($first);
        $aurpay->pay($second);

        $held = $orders->get($order);
        self::assertSame(['on-hold', $first], [$held->status, $held->transaction]);
        $note = array_values(self::notes($held->notes, 'Paid twice'));
        self::assertCount(1, $note);
        self::assertStringContainsString($first, $note[0]);
        self::assertStringContainsString($second, $note[0]);
        self::assertSame([$first, $second], array_column($aurpay->rows($order), 'gateway_id'));

        // The merchant does what the note asks for.
        $this->setStatus($aurpay, $order, 'processing');
        $aurpay->gateway->play($second, 'refund');
        $aurpay->reconcileOrder($order);
        $sent = $orders->get($order);
        self::assertSame(['processing', []], [$sent->status, $sent->refunds]);
        self::assertCount(1, self::notes($sent->notes, "$second was refunded on the Aurpay dashboard"));
    }

    #[TestDox('that was changed after its payment was made goes on hold when it is paid')]
    public function testChangedTotal(): void
    {
        [$aurpay, $order, $payment] = $this->waiting();
        $aurpay->shop->php('$order = wc_get_order($id); $order->set_total("26.00"); $order->save();', ['id' => $order]);

        $aurpay->pay($payment);

        $held = $aurpay->shop->orders()->get($order);
        self::assertSame('on-hold', $held->status);
        self::assertCount(1, self::notes($held->notes, 'is not the total of this order'));
    }

    #[TestDox('one of five, of which two are paid: exactly two are processed')]
    public function testFive(): void
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', 50);
        $orders = array_map(static fn (): int => $aurpay->buy($product), range(1, 5));
        $aurpay->shop->loseCallbacks();
        foreach ([1, 3] as $index) {
            $aurpay->gateway->play($aurpay->payment($orders[$index]), 'pay');
        }
        foreach ($orders as $order) {
            $aurpay->age($order, 0);
        }
        $aurpay->reconcile();

        self::assertSame(
            ['pending', 'processing', 'pending', 'processing', 'pending'],
            array_map($aurpay->shop->orders()->status(...), $orders),
        );
    }

    /** @return array{PluginShop, int, string, int} an order that waits, its payment and its product */
    private function waiting(int $stock = 5): array
    {
        $aurpay = $this->aurpay();
        $product = $aurpay->shop->orders()->product('Thing', '25.00', $stock);
        $order = $aurpay->buy($product);

        return [$aurpay, $order, $aurpay->payment($order), $product];
    }

    private function setStatus(PluginShop $aurpay, int $order, string $status): void
    {
        $aurpay->shop->php('wc_get_order($id)->update_status($status);', ['id' => $order, 'status' => $status]);
    }

    private function payByCard(PluginShop $aurpay, int $order): void
    {
        $aurpay->shop->php(
            <<<'PHP'
                $order = wc_get_order($id);
                $order->set_payment_method('card');
                $order->payment_complete('card-1');
                PHP,
            ['id' => $order],
        );
    }

    /**
     * @param list<string> $notes
     *
     * @return array<string>
     */
    private static function notes(array $notes, string $containing): array
    {
        return array_filter($notes, static fn (string $note): bool => str_contains($note, $containing));
    }
}
