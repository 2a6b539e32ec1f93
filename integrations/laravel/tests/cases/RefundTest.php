<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Jobs\SendRefund;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Reconciler;
use Aurpay\Laravel\RefundRefusedException;
use Aurpay\Laravel\Refunds;
use Aurpay\Laravel\RefundState;
use Aurpay\Laravel\Tests\Support\TestCase;
use Illuminate\Database\Events\QueryExecuted;
use Illuminate\Support\Facades\Bus;
use Illuminate\Support\Facades\DB;
use PHPUnit\Framework\Attributes\TestDox;

#[TestDox('A refund')]
final class RefundTest extends TestCase
{
    #[TestDox('is sent once and told once, whatever the queue repeats')]
    public function testOnce(): void
    {
        $payment = $this->paid();

        $this->aurpay()->refund($payment);
        $this->send($payment);
        $this->reconcile();

        self::assertSame(['PaymentConfirmed', 'RefundMade'], $this->told());
        self::assertSame(RefundState::Made, $payment->refresh()->refund);
        self::assertSame(1, $this->posts());
        self::assertSame('REFUNDED', $this->gateway->status((string) $payment->gateway_id));
    }

    #[TestDox('that is requested twice is refused the second time, before anything is sent')]
    public function testTwice(): void
    {
        Bus::fake();
        $payment = $this->paid();
        $this->aurpay()->refund($payment);

        try {
            $this->aurpay()->refund($payment);
            self::fail('It was requested twice');
        } catch (RefundRefusedException $refusal) {
            self::assertStringContainsString('requested already', $refusal->getMessage());
        }
        Bus::assertDispatchedTimes(SendRefund::class, 1);
    }

    #[TestDox('of a payment that is not paid is refused')]
    public function testNotPaid(): void
    {
        $this->expectException(RefundRefusedException::class);
        $this->aurpay()->refund($this->waiting());
    }

    #[TestDox('whose answer is lost, and that was made, is told as unknown, then as made; it is sent once')]
    public function testLostAndExecuted(): void
    {
        $payment = $this->paid();
        $this->gateway->fault(['method' => 'POST', 'path' => '/api/v2/order/refund', 'drop' => true, 'execute' => true]);
        $this->aurpay()->refund($payment);
        self::assertSame(RefundState::Unknown, $payment->refresh()->refund);
        $this->gateway->clearFaults();

        $this->send($payment);
        $this->reconcile();

        self::assertSame(['PaymentConfirmed', 'RefundUnknown', 'RefundMade'], $this->told());
        self::assertSame([RefundState::Made, 1], [$payment->refresh()->refund, $this->posts()]);
    }

    #[TestDox('whose answer is lost, and that was not made, is told as refused after 15 minutes, and can be requested again')]
    public function testLostAndNotExecuted(): void
    {
        $payment = $this->paid();
        $this->gateway->fault(['method' => 'POST', 'path' => '/api/v2/order/refund', 'drop' => true, 'execute' => false]);
        $this->aurpay()->refund($payment);
        $this->gateway->clearFaults();
        $this->later(14);
        $this->reconcile();
        self::assertSame(RefundState::Unknown, $payment->refresh()->refund);

        $this->later(2);
        $this->reconcile();
        self::assertSame(RefundState::Refused, $payment->refresh()->refund);
        self::assertSame(['PaymentConfirmed', 'RefundUnknown', 'RefundRefused'], $this->told());

        $this->aurpay()->refund($payment);
        self::assertSame([RefundState::Made, 2], [$payment->refresh()->refund, $this->posts()]);
    }

    #[TestDox('that the gateway refuses is told with its reason')]
    public function testRefused(): void
    {
        $payment = $this->paid();
        $this->gateway->fault(['method' => 'POST', 'path' => '/api/v2/order/refund', 'status' => 200, 'body' => '{"code":400,"message":"balance too low","result":false}', 'content_type' => 'application/json']);

        $this->aurpay()->refund($payment);

        self::assertSame(['PaymentConfirmed', 'RefundRefused'], $this->told());
        self::assertStringContainsString('balance too low', (string) $payment->refresh()->refund_reason);
    }

    #[TestDox('whose worker was killed before it was sent is sent by another job; one that was killed while sending never')]
    public function testKilled(): void
    {
        Bus::fake();
        [$before, $while] = [$this->paid(), $this->paid()];
        $this->aurpay()->refund($before);
        $this->aurpay()->refund($while);
        Payment::query()->whereKey($while->id)->update(['refund' => RefundState::Sending]);

        $this->reconcile();
        Bus::assertDispatchedTimes(SendRefund::class, 2);
        $this->later(11);
        $this->reconcile();
        $this->reconcile();

        Bus::assertDispatchedTimes(SendRefund::class, 3);
        $this->send($while);
        self::assertSame(0, $this->posts());
        $this->send($before);
        self::assertSame([1, RefundState::Made], [$this->posts(), $before->refresh()->refund]);
        $this->later(16);
        $this->reconcile();
        self::assertSame(RefundState::Refused, $while->refresh()->refund);
    }

    #[TestDox('in a transaction that is rolled back is not sent')]
    public function testRolledBack(): void
    {
        $payment = $this->paid();
        try {
            DB::transaction(function () use ($payment): void {
                $this->aurpay()->refund($payment);
                throw new \RuntimeException('rolled back');
            });
        } catch (\RuntimeException) {
            self::assertSame([RefundState::None, 0], [$payment->refresh()->refund, $this->posts()]);
        }
    }

    #[TestDox('whose job runs in a transaction of the shop is sent after the commit, and not at all if that is rolled back')]
    public function testSentInTransaction(): void
    {
        Bus::fake();
        $payment = $this->paid();
        $this->aurpay()->refund($payment);

        DB::beginTransaction();
        $this->send($payment);
        DB::rollBack();
        self::assertSame([0, RefundState::Requested], [$this->posts(), $payment->refresh()->refund]);

        DB::transaction(function () use ($payment): void {
            $this->send($payment);
            self::assertSame(0, $this->posts());
        });
        self::assertSame([1, RefundState::Made], [$this->posts(), $payment->refresh()->refund]);
    }

    #[TestDox('that was made is never told as refused, whatever a listener of the database throws')]
    public function testMadeAndNotKept(): void
    {
        Bus::fake();
        $payment = $this->paid();
        $this->aurpay()->refund($payment);
        $this->failToKeep(new \TypeError('a listener of the shop'), $payment);

        self::assertSame(RefundState::Sending, $payment->refresh()->refund);
        $this->reconcile();
        self::assertSame([RefundState::Made, 1], [$payment->refresh()->refund, $this->posts()]);
        self::assertSame(['PaymentConfirmed', 'RefundMade'], $this->told());
    }

    #[TestDox('of an old payment, whose worker is killed while it sends, is asked about at once')]
    public function testOldPayment(): void
    {
        Bus::fake();
        $payment = $this->paid();
        $this->later(61 * 1440);
        $this->aurpay()->refund($payment);
        // While it waits in the queue.
        $this->reconcile();
        $this->failToKeep(new \Error('killed'), $payment);

        $this->later(3);
        $this->app->make(Reconciler::class)->run(60);
        self::assertSame(RefundState::Made, $payment->refresh()->refund);
    }

    #[TestDox('whose queue is broken is requested all the same; reconciliation dispatches it later, and asks meanwhile')]
    public function testBrokenQueue(): void
    {
        config(['queue.connections.broken' => ['driver' => 'database', 'table' => 'no_jobs', 'queue' => 'default', 'retry_after' => 90]]);
        config(['aurpay.queue.connection' => 'broken']);
        [$payment, $other] = [$this->paid(), $this->waiting()];
        $this->aurpay()->refund($payment);
        self::assertSame([RefundState::Requested, 0], [$payment->refresh()->refund, $this->posts()]);

        $this->later(11);
        $this->gateway->play((string) $other->gateway_id, 'pay');
        $this->reconcile();
        self::assertTrue($other->refresh()->isConfirmed());

        config(['aurpay.queue.connection' => null]);
        $this->later(11);
        $this->reconcile();
        self::assertSame([RefundState::Made, 1], [$payment->refresh()->refund, $this->posts()]);
    }

    #[TestDox('has nothing in the queue but the number of the payment')]
    public function testPayload(): void
    {
        $payment = $this->paid();

        self::assertStringNotContainsString((string) $payment->token, serialize(new SendRefund($payment->id, 60)));
        self::assertSame(1, (new SendRefund($payment->id, 60))->tries);
    }

    /** What a job does that the queue gives to a worker. */
    private function send(Payment $payment): void
    {
        $this->app->call([new SendRefund($payment->id, 60), 'handle']);
    }

    /** Sends a refund that the gateway makes, and fails before that is written down. */
    private function failToKeep(\Error $failure, Payment $payment): void
    {
        $failures = 1;
        DB::listen(static function (QueryExecuted $query) use (&$failures, $failure): void {
            if (in_array(RefundState::Made->value, $query->bindings, true) && $failures-- > 0) {
                throw $failure;
            }
        });
        try {
            $this->send($payment);
            self::fail('It did not fail');
        } catch (\Error $thrown) {
            self::assertSame($failure, $thrown);
        }
    }

    /** The refunds that have reached the gateway. */
    private function posts(): int
    {
        return count($this->gateway->calls('POST', '/refund/'));
    }
}
