<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;
use Illuminate\Queue\SerializesModels;

/** The refund was certainly not made: payment->refund_reason says why. It can be requested again. */
final class RefundRefused
{
    // A queued listener has the number of the payment in the queue, and no secret.
    use SerializesModels;

    public function __construct(public readonly Payment $payment) {}
}
