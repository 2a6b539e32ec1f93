<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;

/** The refund was certainly not made: payment->refund_reason says why. It can be requested again. */
final class RefundRefused
{
    public function __construct(public readonly Payment $payment) {}
}
