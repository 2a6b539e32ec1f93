<?php

declare(strict_types=1);

namespace App\Models;

use Aurpay\Laravel\Concerns\HasAurpayPayments;
use Aurpay\Laravel\Contracts\Payable;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\RefundState;
use Aurpay\Laravel\Verdict;
use Illuminate\Database\Eloquent\Model;

/**
 * An order of one product.
 *
 * @property int $id
 * @property string $key what the customer's link has in place of the number, which could be guessed
 * @property string $product
 * @property string $total in decimal digits, never a float
 * @property string $currency
 * @property string $status open, paid or refunded
 * @property string $attention what the merchant has to decide about; empty for nothing
 */
final class Order extends Model implements Payable
{
    use HasAurpayPayments {
        aurpayNeedsPayment as private hasNoPayment;
    }

    protected $guarded = [];

    protected $hidden = ['key'];

    public function getRouteKeyName(): string
    {
        return 'key';
    }

    public function aurpayPrice(): string
    {
        return $this->total;
    }

    public function aurpayCurrency(): string
    {
        return $this->currency;
    }

    public function aurpayNeedsPayment(): bool
    {
        return $this->status === 'open' && $this->hasNoPayment();
    }

    /** The payment that its page is about: the one that has paid it, or the newest. */
    public function payment(): ?Payment
    {
        return $this->aurpayPayment() ?? $this->aurpayPayments()->where('pay_url', '<>', '')->latest('id')->first();
    }

    /** How its payment stands, for the customer: one of the keys of the page's texts. */
    public function paymentState(): string
    {
        $payment = $this->payment();

        return match (true) {
            $this->status === 'refunded' => 'refunded',
            $payment?->refund->isInDoubt(), $payment?->refund === RefundState::Requested => 'refunding',
            $this->status === 'paid' => 'paid',
            $payment === null => 'unpaid',
            $payment->verdict->isMismatch(), $payment->verdict === Verdict::Late => 'attention',
            $payment->status === 'PARTIAL' => 'underpaid',
            $payment->isOpen() => 'waiting',
            default => 'expired',
        };
    }
}
