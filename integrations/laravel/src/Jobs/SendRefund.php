<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Jobs;

use Aurpay\Laravel\Refunds;
use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;

/**
 * Sends a refund. It is tried once: a second try would find the refund in the state "sending", and do nothing. It has no
 * client and no model, so nothing secret is in the queue.
 */
final class SendRefund implements ShouldQueue
{
    use Queueable;

    public int $tries = 1;

    public bool $failOnTimeout = true;

    /** @param int $timeout seconds after which the queue ends the job */
    public function __construct(public readonly int $paymentId, public readonly int $timeout) {}

    public function handle(Refunds $refunds): void
    {
        $refunds->send($this->paymentId);
    }
}
