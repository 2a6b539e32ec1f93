<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;

/** The payment pays the order. Told once for an order. */
final class PaymentConfirmed
{
    public function __construct(public readonly Payment $payment) {}
}
