<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Events\PaymentConfirmed;
use Aurpay\Laravel\Models\PaymentEvent;
use Aurpay\Laravel\Tests\Support\TestCase;
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
}
