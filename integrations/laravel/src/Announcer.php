<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\Laravel\Events\PaymentConfirmed;
use Aurpay\Laravel\Events\PaymentExpired;
use Aurpay\Laravel\Events\PaymentLate;
use Aurpay\Laravel\Events\PaymentMismatch;
use Aurpay\Laravel\Events\RefundMade;
use Aurpay\Laravel\Events\RefundRefused;
use Aurpay\Laravel\Events\RefundUnknown;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Models\PaymentEvent;
use Illuminate\Contracts\Events\Dispatcher;
use Illuminate\Support\Carbon;

/**
 * Tells the shop what has become of its payments. An event is a row that is written in the transaction of the change, so
 * none is lost. One process at a time tells it. If that process is killed, or a listener throws, it is told again: what
 * a listener does must be repeatable.
 */
final class Announcer
{
    public const REFUND_MADE = 'refund_made';
    public const REFUND_UNKNOWN = 'refund_unknown';
    public const REFUND_REFUSED = 'refund_refused';

    /** So long, nobody else tells what a process is telling. */
    private const TELLING_SECONDS = 300;

    /** A listener that throws is called again after a minute, and for a day at most. */
    private const RETRY_SECONDS = 60;
    private const GIVE_UP_SECONDS = 86400;

    public function __construct(private readonly Dispatcher $events, private readonly Log $log) {}

    /** Writes what is to be told. Call it in the transaction that makes it true. */
    public function write(Payment $payment, string $event): void
    {
        PaymentEvent::query()->create([
            'payment_id' => $payment->id,
            'event' => $event,
            'created_at' => Carbon::now()->getTimestamp(),
        ]);
    }

    /** Tells what was written about a payment, once that is committed. It never throws. */
    public function tell(Payment $payment): void
    {
        $payment->getConnection()->afterCommit(fn () => $this->tellAll($payment->id));
    }

    /**
     * Tells what was left untold, by a process that was killed or a listener that threw. No listener makes it throw.
     *
     * @param int $seconds after which it begins with no further payment
     */
    public function tellRest(int $seconds): void
    {
        $end = Carbon::now()->getTimestamp() + $seconds;
        $payments = PaymentEvent::query()->where('told_at', 0)
            ->where('telling_until', '<', Carbon::now()->getTimestamp())
            ->orderBy('id')->limit(1000)->get()
            ->map(static fn (PaymentEvent $event): int => $event->payment_id)->unique();
        foreach ($payments as $payment) {
            if (Carbon::now()->getTimestamp() >= $end) {
                return;
            }
            $this->tellAll($payment);
        }
    }

    /** In the order in which they were written: what one process is telling holds back the next. */
    private function tellAll(int $paymentId): void
    {
        try {
            // One by one: a listener can make a further event true, such as a refund.
            do {
                $event = PaymentEvent::query()->where('payment_id', $paymentId)->where('told_at', 0)->orderBy('id')->first();
            } while ($event !== null && $this->tellOne($event));
        } catch (\Throwable $failure) {
            $this->log->failure("The events of payment $paymentId could not be told", $failure);
        }
    }

    /** @return bool whether it is told */
    private function tellOne(PaymentEvent $event): bool
    {
        $now = Carbon::now()->getTimestamp();
        $mine = PaymentEvent::query()->whereKey($event->id)->where('told_at', 0)->where('telling_until', '<', $now)
            ->update(['telling_until' => $now + self::TELLING_SECONDS]);
        if ($mine !== 1) {
            return false;
        }
        try {
            $this->dispatch($event);
        } catch (\Throwable $failure) {
            $this->log->failure("A listener failed for the event $event->event of payment $event->payment_id", $failure);
            if ($now - $event->created_at < self::GIVE_UP_SECONDS) {
                PaymentEvent::query()->whereKey($event->id)->update(['telling_until' => $now + self::RETRY_SECONDS]);

                return false;
            }
            $this->log->warning("The event $event->event of payment $event->payment_id is given up");
        }
        PaymentEvent::query()->whereKey($event->id)->update(['told_at' => max(1, $now)]);

        return true;
    }

    /** Without its end, a transaction of a listener would take all that follows back when the process ends. */
    private function dispatch(PaymentEvent $event): void
    {
        $connection = $event->getConnection();
        $level = $connection->transactionLevel();
        try {
            $this->events->dispatch(self::event($event));
            if ($connection->transactionLevel() > $level) {
                throw new \LogicException('it has left a transaction open, which is rolled back');
            }
        } finally {
            if ($connection->transactionLevel() > $level) {
                $connection->rollBack($level);
            }
        }
    }

    private static function event(PaymentEvent $event): object
    {
        // As it is now, and not lazily: an application can forbid that.
        $payment = Payment::query()->findOrFail($event->payment_id);

        return match ($event->event) {
            self::REFUND_MADE => new RefundMade($payment),
            self::REFUND_UNKNOWN => new RefundUnknown($payment),
            self::REFUND_REFUSED => new RefundRefused($payment),
            Verdict::Confirmed->value => new PaymentConfirmed($payment),
            Verdict::Late->value => new PaymentLate($payment),
            Verdict::Expired->value => new PaymentExpired($payment),
            default => new PaymentMismatch($payment, Verdict::from($event->event)),
        };
    }
}
