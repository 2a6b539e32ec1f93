<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;

/** The coins are on their way back. */
final class RefundMade
{
    public function __construct(public readonly Payment $payment) {}
}
