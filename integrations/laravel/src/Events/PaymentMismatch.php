<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Events;

use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Verdict;
use Illuminate\Queue\SerializesModels;

/** Money came, or went, that the shop has to decide about. The reason is one of those with Verdict::isMismatch(). */
final class PaymentMismatch
{
    // A queued listener has the number of the payment in the queue, and no secret.
    use SerializesModels;

    public function __construct(public readonly Payment $payment, public readonly Verdict $reason) {}
}
