<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Concerns;

use Aurpay\Laravel\Models\Payment;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\MorphMany;

/**
 * For the shop's order, which implements Payable.
 *
 * @phpstan-require-extends Model
 */
trait HasAurpayPayments
{
    /**
     * All payments that were started for it: a retry, another coin, a second window.
     *
     * @return MorphMany<Payment, $this>
     */
    public function aurpayPayments(): MorphMany
    {
        return $this->morphMany(Payment::class, 'payable');
    }

    /** The payment that has paid it, if there is one. */
    public function aurpayPayment(): ?Payment
    {
        return $this->aurpayPayments()->whereNotNull('confirmed_for')->first();
    }

    /** Override it if the order can also be paid in another way, or be cancelled. */
    public function aurpayNeedsPayment(): bool
    {
        return $this->aurpayPayment() === null;
    }
}
