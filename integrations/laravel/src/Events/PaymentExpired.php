<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;
use Illuminate\Queue\SerializesModels;

/** Not paid, the time for late coins is over, and the order still needs a payment. */
final class PaymentExpired
{
    // A queued listener has the number of the payment in the queue, and no secret.
    use SerializesModels;

    public function __construct(public readonly Payment $payment) {}
}
