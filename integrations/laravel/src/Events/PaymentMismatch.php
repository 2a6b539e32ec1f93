<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Verdict;

/** Money came, or went, that the shop has to decide about. The reason is one of those with Verdict::isMismatch(). */
final class PaymentMismatch
{
    public function __construct(public readonly Payment $payment, public readonly Verdict $reason) {}
}
