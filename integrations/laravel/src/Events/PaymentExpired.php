<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;

/** Not paid, the time for late coins is over, and the order still needs a payment. */
final class PaymentExpired
{
    public function __construct(public readonly Payment $payment) {}
}
