<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** What a payment means for the shop's order. Each one is told once. */
enum Verdict: string
{
    case Waiting = 'waiting';
    /** It pays the order. */
    case Confirmed = 'confirmed';
    /** Paid, but with another price than the order's. */
    case OtherPrice = 'other_price';
    case OtherCurrency = 'other_currency';
    /** Paid, but another payment has paid the order. */
    case Second = 'second';
    /** Paid, but the order needs no payment: paid in another way, cancelled, or deleted. */
    case NotNeeded = 'not_needed';
    /** Paid after the payment had expired. */
    case Late = 'late';
    /** A part has come, and the time for the rest is over. */
    case Partial = 'partial';
    /** The merchant has accepted it on the dashboard as it is. */
    case Resolved = 'resolved';
    /** Refunded, and not by this shop. */
    case RefundedElsewhere = 'refunded_elsewhere';
    /** Refunded by this shop. */
    case Refunded = 'refunded';
    /** Not paid, and the order still needs a payment. */
    case Expired = 'expired';
    /** Not paid, and nobody has to know. */
    case Closed = 'closed';
    /** The gateway has a status that this package does not know. */
    case Unknown = 'unknown';

    /** Whether money came, or went, that the shop has to decide about. */
    public function isMismatch(): bool
    {
        return match ($this) {
            self::OtherPrice, self::OtherCurrency, self::Second, self::NotNeeded, self::Partial, self::Resolved,
            self::RefundedElsewhere => true,
            default => false,
        };
    }
}
