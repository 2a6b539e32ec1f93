<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;

/** Paid after the payment had expired. The shop decides: deliver, or refund. */
final class PaymentLate
{
    public function __construct(public readonly Payment $payment) {}
}
