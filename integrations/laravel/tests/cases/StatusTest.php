<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Answer;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Outcome;
use Aurpay\Laravel\Reconciler;
use Aurpay\Laravel\Settlement;
use Aurpay\Laravel\Tests\Support\TestCase;
use Illuminate\Support\Carbon;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('A shop')]
final class StatusTest extends TestCase
{
    #[TestDox('is told of a payment whose callback was lost, by reconciliation, once')]
    public function testLostCallback(): void
    {
        $order = $this->order();
        $payment = $this->waiting($order);
        $this->gateway->play((string) $payment->gateway_id, 'pay');

        $this->reconcile();
        $this->reconcile();

        self::assertSame(['PaymentConfirmed'], $this->told());
        self::assertSame(['paid', 1], [$order->refresh()->status, $order->times_paid]);
        self::assertSame($payment->id, $order->aurpayPayment()?->id);
    }

    #[TestDox('is told of an underpaid payment when its time is over, and of the rest when it comes')]
    public function testPartial(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'underpay');
        $this->reconcile();
        self::assertSame([], $this->told());

        $this->later(61);
        $this->reconcile();
        $this->reconcile();
        self::assertSame(['PaymentMismatch partial'], $this->told());

        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->reconcile();
        self::assertSame(['PaymentMismatch partial', 'PaymentConfirmed'], $this->told());
    }

    #[TestDox('is told of an expired payment when the time for late coins is over, and of late coins')]
    public function testExpired(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'expire');
        $this->reconcile();
        self::assertSame([], $this->told());

        $this->later(61);
        $this->reconcile();
        $this->reconcile();
        self::assertSame(['PaymentExpired'], $this->told());

        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->reconcile();
        self::assertSame(['PaymentExpired', 'PaymentLate'], $this->told());
        self::assertNull($payment->refresh()->confirmed_for);
    }

    #[TestDox('whose order was paid by card is not told that the crypto payment expired')]
    public function testCardThenOverdue(): void
    {
        $order = $this->order();
        $payment = $this->waiting($order);
        $order->update(['status' => 'paid']);
        $this->gateway->play((string) $payment->gateway_id, 'expire');
        $this->reconcile();
        $this->later(61);
        $this->reconcile();

        self::assertSame([], $this->told());
        self::assertSame('paid', $order->refresh()->status);
    }

    #[TestDox('whose order was paid by card is told that it is paid twice')]
    public function testCardThenPaid(): void
    {
        $order = $this->order();
        $payment = $this->waiting($order);
        $order->update(['status' => 'paid']);
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->deliver($payment)->assertOk();

        self::assertSame(['PaymentMismatch not_needed'], $this->told());
    }

    #[TestDox('with two payments of an order is told of the second one, and the order is paid once')]
    public function testTwoTabs(): void
    {
        $order = $this->order();
        $both = [$this->waiting($order), $this->waiting($order, 'BTC/BTC')];
        foreach ($both as $payment) {
            $this->gateway->play((string) $payment->gateway_id, 'pay');
            $this->deliver($payment)->assertOk();
        }

        self::assertSame(['PaymentConfirmed', 'PaymentMismatch second'], $this->told());
        self::assertSame(1, $order->refresh()->times_paid);
        self::assertSame(2, $order->aurpayPayments()->whereNotNull('gateway_id')->count());
    }

    #[TestDox('whose order became dearer is told of the other price')]
    public function testOtherPrice(): void
    {
        $order = $this->order();
        $payment = $this->waiting($order);
        $order->update(['price' => '26.00']);
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->deliver($payment)->assertOk();

        self::assertSame(['PaymentMismatch other_price'], $this->told());
    }

    #[TestDox('whose order has another currency now is told of it')]
    public function testOtherCurrency(): void
    {
        $order = $this->order();
        $payment = $this->waiting($order);
        $order->update(['currency' => 'EUR']);
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->deliver($payment)->assertOk();

        self::assertSame(['PaymentMismatch other_currency'], $this->told());
    }

    #[TestDox('whose order was deleted is told that money came for it')]
    public function testDeletedOrder(): void
    {
        $order = $this->order();
        $payment = $this->waiting($order);
        $order->delete();
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->deliver($payment)->assertOk();

        self::assertSame(['PaymentMismatch not_needed'], $this->told());
    }

    #[TestDox('is told of what was accepted or refunded on the dashboard, and it confirms nothing')]
    public function testDashboard(): void
    {
        $resolved = $this->waiting();
        $this->gateway->play((string) $resolved->gateway_id, 'underpay');
        $this->gateway->play((string) $resolved->gateway_id, 'resolve');
        $this->reconcile();
        self::assertSame(['PaymentMismatch resolved'], $this->told());

        $refunded = $this->paid();
        $this->gateway->play((string) $refunded->gateway_id, 'refund');
        $this->reconcile();
        self::assertSame(['PaymentMismatch resolved', 'PaymentConfirmed', 'PaymentMismatch refunded_elsewhere'], $this->told());
    }

    #[TestDox('keeps SUCCESS when an answer of PENDING was held up')]
    public function testDelayedPending(): void
    {
        $payment = $this->paid();
        foreach ([$payment->asked_at - 5, $payment->asked_at + 5] as $askedAt) {
            $late = Answer::of((string) $payment->gateway_id, ['status' => 'PENDING'], Outcome::NotPaid, $askedAt);
            $this->app->make(Settlement::class)->settle($payment, $late);
        }

        self::assertSame('SUCCESS', $payment->refresh()->status);
        self::assertSame(['PaymentConfirmed'], $this->told());
    }

    #[TestDox('is told nothing of a status that is not known, and keeps it as text')]
    public function testUnknownStatus(): void
    {
        $payment = $this->waiting();
        $answer = Answer::of((string) $payment->gateway_id, ['status' => 'FROZEN'], Outcome::NotPaid, time());

        $this->app->make(Settlement::class)->settle($payment, $answer);

        self::assertSame(['FROZEN', []], [$payment->refresh()->status, $this->told()]);
    }

    #[TestDox('is told of a payment although the gateway says odd and long things of it')]
    public function testOddTexts(): void
    {
        foreach (['tx_hash' => str_repeat('f', 5000), 'obtained' => "1\0\xff", 'chain' => str_repeat('x', 99)] as $name => $text) {
            $payment = $this->waiting();
            $answer = Answer::of((string) $payment->gateway_id, ['status' => 'SUCCESS', $name => $text], Outcome::Matches, time());
            $this->app->make(Settlement::class)->settle($payment, $answer);
        }
        $payment = $this->waiting();
        $answer = Answer::of((string) $payment->gateway_id, ['status' => str_repeat('NEW', 99)], Outcome::NotPaid, time());
        $this->app->make(Settlement::class)->settle($payment, $answer);

        self::assertSame(array_fill(0, 3, 'PaymentConfirmed'), $this->told());
        self::assertSame(32, strlen($payment->refresh()->status));
    }

    #[TestDox('is told of a payment although the clock of another host is ahead')]
    public function testClocks(): void
    {
        $payment = $this->waiting();
        Payment::query()->update(['asked_at' => time() + 3600, 'status' => 'PENDING']);
        $this->gateway->play((string) $payment->gateway_id, 'pay');

        $this->deliver($payment)->assertOk();

        self::assertSame(['PaymentConfirmed'], $this->told());
    }

    #[TestDox('is told of the money of an underpaid payment that expired or failed')]
    public function testUnderpaidAndClosed(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'underpay');
        $this->reconcile();
        foreach (['FAILED', 'TERMINATED', 'OVERDUE'] as $status) {
            $closed = Answer::of((string) $payment->gateway_id, ['status' => $status], Outcome::NotPaid, time());
            $this->app->make(Settlement::class)->settle($payment, $closed);
        }

        self::assertSame(['PaymentMismatch partial'], $this->told());
    }

    #[TestDox('with five orders, of which two are paid, has exactly two paid ones')]
    public function testFive(): void
    {
        $orders = array_map(fn (): object => $this->order(), range(1, 5));
        $payments = array_map(fn (object $order): Payment => $this->waiting($order), $orders);
        $this->gateway->play((string) $payments[1]->gateway_id, 'pay');
        $this->gateway->play((string) $payments[3]->gateway_id, 'pay');

        $this->reconcile();

        self::assertSame(['open', 'paid', 'open', 'paid', 'open'], array_map(static fn (object $order): string => $order->refresh()->status, $orders));
    }

    #[TestDox('whose gateway is down for a while finds everything later')]
    public function testGatewayDown(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->gateway->fault(['path' => '/api/v2/order/', 'status' => 502, 'count' => 0]);
        for ($run = 0; $run < 3; ++$run) {
            $this->reconcile();
        }
        self::assertSame([], $this->told());
        self::assertSame(['asked' => 0, 'told' => 0], $this->app->make(Reconciler::class)->run(60), 'not at once');
        $this->gateway->clearFaults();

        $this->reconcile();

        self::assertSame(['PaymentConfirmed'], $this->told());
    }

    #[TestDox('with payments that the gateway does not know, of another account, asks about them ever more rarely, and at last never')]
    public function testUnknownToGateway(): void
    {
        $payment = $this->waiting();
        Payment::query()->update(['gateway_id' => '20200101000000000000']);
        $pauses = [];
        foreach ([10, 120, 2 * 1440, 10 * 1440, 31 * 1440] as $age) {
            Carbon::setTestNow(Carbon::createFromTimestamp($payment->created_at)->addMinutes($age));
            $this->reconcile();
            $next = $payment->refresh()->next_ask_at;
            $pauses[] = $next === 0 ? 'never' : $next - Carbon::now()->getTimestamp();
        }
        self::assertSame([300, 1800, 21600, 86400, 'never'], $pauses);
    }

    #[TestDox('with a payment whose id is none of the gateway\'s is told of all others')]
    public function testBadId(): void
    {
        [$bad, $good] = [$this->waiting(), $this->waiting()];
        Payment::query()->whereKey($bad->id)->update(['gateway_id' => 'no id']);
        $this->gateway->play((string) $good->gateway_id, 'pay');
        $this->reconcile();
        self::assertSame(['PaymentConfirmed'], $this->told());
    }

    #[TestDox('is told that a payment expired, although the page of another one was left open a day ago')]
    public function testPageLeftOpen(): void
    {
        $order = $this->order();
        $this->aurpay()->payHosted($order);
        $payment = $this->waiting($order);
        $this->gateway->play((string) $payment->gateway_id, 'expire');
        foreach ([1, 120, 21 * 60] as $minutes) {
            $this->later($minutes);
            $this->reconcile();
            self::assertSame([], $this->told());
        }
        $this->later(60);
        $this->reconcile();
        self::assertSame(['PaymentExpired'], $this->told());
    }
}
