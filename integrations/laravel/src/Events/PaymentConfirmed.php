<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;
use Illuminate\Queue\SerializesModels;

/** The payment pays the order. Told once for an order. */
final class PaymentConfirmed
{
    // A queued listener has the number of the payment in the queue, and no secret.
    use SerializesModels;

    public function __construct(public readonly Payment $payment) {}
}
