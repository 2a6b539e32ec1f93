<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Contracts;

/**
 * What is paid: usually the shop's order, an Eloquent model. HasAurpayPayments has all methods but the first two.
 */
interface Payable
{
    /** What it costs, in decimal digits: "19.90". Never a float. */
    public function aurpayPrice(): string;

    /** The currency of the price: "USD". */
    public function aurpayCurrency(): string;

    /**
     * Whether a payment is still wanted. False if it was paid in another way meanwhile, or cancelled: money that comes
     * then is told as a mismatch, and a payment that expires is told to nobody.
     */
    public function aurpayNeedsPayment(): bool;

    /**
     * Its class, as it is stored with a payment: Eloquent's getMorphClass().
     *
     * @return string
     */
    public function getMorphClass();

    /**
     * Its id: Eloquent's getKey().
     *
     * @return int|string
     */
    public function getKey();
}
