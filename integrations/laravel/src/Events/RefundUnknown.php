<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;

/**
 * The answer to a refund was lost. It may have been made or not: do not refund in another way. Reconciliation finds out,
 * and RefundMade or RefundRefused follows.
 */
final class RefundUnknown
{
    public function __construct(public readonly Payment $payment) {}
}
