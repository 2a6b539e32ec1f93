<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Events\PaymentConfirmed;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Models\PaymentEvent;
use Aurpay\Laravel\Reconciler;
use Aurpay\Laravel\Tests\Support\TestCase;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Event;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('An event')]
final class EventTest extends TestCase
{
    #[TestDox('whose listener throws is told again by reconciliation, and the callback is answered with 200')]
    public function testListenerThrows(): void
    {
        $failures = 2;
        Event::listen(PaymentConfirmed::class, static function () use (&$failures): void {
            if ($failures-- > 0) {
                throw new \Error('a listener of the shop');
            }
        });
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'pay');

        $this->deliver($payment)->assertOk();
        $this->reconcile();
        self::assertSame(1, $failures, 'not at once');
        for ($minute = 0; $minute < 3; ++$minute) {
            $this->later(2);
            $this->reconcile();
        }

        self::assertSame(-1, $failures);
        self::assertGreaterThan(0, PaymentEvent::query()->sole()->told_at);
    }

    #[TestDox('whose process was killed while it was told is told again after five minutes')]
    public function testKilled(): void
    {
        $this->paid();
        PaymentEvent::query()->update(['told_at' => 0, 'telling_until' => time() + 300]);
        $this->told = [];

        $this->reconcile();
        self::assertSame([], $this->told());
        $this->later(6);
        $this->reconcile();
        $this->reconcile();

        self::assertSame(['PaymentConfirmed'], $this->told());
    }

    #[TestDox('is told after the transaction around it is committed, and never if that is rolled back')]
    public function testAfterCommit(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        try {
            DB::transaction(function () use ($payment): void {
                $this->aurpay()->reconcile($payment);
                self::assertSame([], $this->told());
                throw new \RuntimeException('rolled back');
            });
        } catch (\RuntimeException) {
            self::assertSame([], $this->told());
        }
        DB::transaction(function () use ($payment): void {
            $this->aurpay()->reconcile($payment);
            self::assertSame([], $this->told());
        });

        self::assertSame(['PaymentConfirmed'], $this->told());
    }

    #[TestDox('leaves no secret of its payment in the queue, for a listener that is queued')]
    public function testQueuedListener(): void
    {
        $payment = $this->waiting();
        $event = serialize(new PaymentConfirmed($payment));
        foreach ([$payment->token, $payment->pay_url, $payment->address] as $secret) {
            self::assertStringNotContainsString($secret, $event);
        }
        $restored = unserialize($event);
        self::assertInstanceOf(PaymentConfirmed::class, $restored);
        self::assertTrue($restored->payment->is($payment));
    }

    #[TestDox('that waits behind another one is told, too, where lazy loading is prevented')]
    public function testNoLazyLoading(): void
    {
        $fails = 1;
        Event::listen(PaymentConfirmed::class, static function () use (&$fails): void {
            if ($fails-- > 0) {
                throw new \Error('a listener of the shop');
            }
        });
        Model::preventLazyLoading();
        try {
            $this->aurpay()->refund($this->paid());
            self::assertSame([], $this->told());
            $this->later(2);
            $this->reconcile();
        } finally {
            Model::preventLazyLoading(false);
        }
        self::assertSame(['PaymentConfirmed', 'RefundMade'], $this->told());
    }

    #[TestDox('that follows from what a listener does is told at once')]
    public function testFollows(): void
    {
        Event::listen(PaymentConfirmed::class, fn (PaymentConfirmed $event) => $this->aurpay()->refund($event->payment));
        $this->paid();
        self::assertSame(['PaymentConfirmed', 'RefundMade'], $this->told());
    }

    #[TestDox('whose listener is slow, and fails each time, does not keep reconciliation from asking')]
    public function testSlow(): void
    {
        [$slow, $other] = [$this->waiting(), $this->waiting()];
        Event::listen(PaymentConfirmed::class, function (PaymentConfirmed $event) use ($slow): void {
            if ($event->payment->is($slow)) {
                $this->later(1);
                throw new \Error('a listener of the shop');
            }
        });
        $this->gateway->play((string) $slow->gateway_id, 'pay');
        $this->deliver($slow)->assertOk();
        $this->gateway->play((string) $other->gateway_id, 'pay');
        $this->later(3);
        $this->app->make(Reconciler::class)->run(45);
        self::assertTrue($other->refresh()->isConfirmed());
    }

    #[TestDox('is told by reconciliation after it has asked: a listener that ends the process does not keep it from asking')]
    public function testLast(): void
    {
        [$told, $other] = [$this->paid(), $this->waiting()];
        // So that only what is untold is left of it.
        Payment::query()->whereKey($told->id)->update(['next_ask_at' => 0]);
        PaymentEvent::query()->update(['told_at' => 0, 'telling_until' => 0]);
        $this->gateway->play((string) $other->gateway_id, 'pay');
        $wasAsked = null;
        Event::listen(PaymentConfirmed::class, static function (PaymentConfirmed $event) use ($told, $other, &$wasAsked): void {
            if ($event->payment->is($told)) {
                $wasAsked = $other->refresh()->isConfirmed();
            }
        });
        $this->reconcile();
        self::assertTrue($wasAsked);
    }

    #[TestDox('whose listener leaves a transaction open is told again, and what is settled after it is committed')]
    public function testOpenTransaction(): void
    {
        $leaves = 1;
        Event::listen(PaymentConfirmed::class, static function () use (&$leaves): void {
            $leaves-- > 0 && DB::beginTransaction();
        });
        $level = DB::transactionLevel();
        $this->paid();
        self::assertSame($level, DB::transactionLevel());
        $this->later(2);
        $this->reconcile();
        self::assertSame(['PaymentConfirmed', 'PaymentConfirmed'], $this->told());
    }
}
