<?php

declare(strict_types=1);

namespace App\Listeners;

use App\Models\Order;
use Aurpay\Laravel\Events\PaymentConfirmed;
use Aurpay\Laravel\Events\PaymentLate;
use Aurpay\Laravel\Events\PaymentMismatch;
use Aurpay\Laravel\Events\RefundMade;
use Aurpay\Laravel\Events\RefundRefused;
use Aurpay\Laravel\Models\Payment;

/**
 * What becomes of an order. Laravel finds each of these methods by its argument. An event can be told twice, when a
 * process was killed while it told: so each method does what is done already, or nothing.
 */
final class UpdateOrder
{
    public function handlePaid(PaymentConfirmed $event): void
    {
        self::of($event->payment)->where('status', 'open')->update(['status' => 'paid']);
    }

    public function handleRefunded(RefundMade $event): void
    {
        self::of($event->payment)->update(['status' => 'refunded']);
    }

    public function handleRefundRefused(RefundRefused $event): void
    {
        self::attention($event->payment, "could not be refunded: {$event->payment->refund_reason}");
    }

    public function handleLate(PaymentLate $event): void
    {
        self::attention($event->payment, 'was paid after it had expired: deliver, or refund');
    }

    public function handleMismatch(PaymentMismatch $event): void
    {
        self::attention($event->payment, "needs your decision: {$event->reason->value}");
    }

    private static function attention(Payment $payment, string $what): void
    {
        self::of($payment)->update(['attention' => "Payment $payment->gateway_id $what"]);
    }

    /** @return \Illuminate\Database\Eloquent\Builder<Order> */
    private static function of(Payment $payment)
    {
        return Order::query()->whereKey($payment->payable_id);
    }
}
