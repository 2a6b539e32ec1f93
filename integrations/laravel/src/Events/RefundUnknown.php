<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;
use Illuminate\Queue\SerializesModels;

/**
 * The answer to a refund was lost. It may have been made or not: do not refund in another way. Reconciliation finds out,
 * and RefundMade or RefundRefused follows.
 */
final class RefundUnknown
{
    // A queued listener has the number of the payment in the queue, and no secret.
    use SerializesModels;

    public function __construct(public readonly Payment $payment) {}
}
