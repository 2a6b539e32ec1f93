<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Notifications;

use Aurpay\Laravel\Verdict;

/** What is wrong with a payment, and what the merchant can do, in plain words. */
final class Problem
{
    private function __construct(
        public readonly string $name,
        public readonly string $description,
        public readonly string $advice,
    ) {}

    /** @return self|null null if a payment with this verdict needs nobody's attention */
    public static function of(Verdict $verdict): ?self
    {
        $texts = match ($verdict) {
            Verdict::OtherPrice => [
                'It was paid, but the order has another price now.',
                'Compare both. Deliver, and settle the difference with the customer, or refund the payment.',
            ],
            Verdict::OtherCurrency => [
                'It was paid, but the order has another currency now.',
                'Compare both. Deliver, or refund the payment.',
            ],
            Verdict::Second => [
                'It was paid, but another payment has paid the order already.',
                'Refund this payment.',
            ],
            Verdict::NotNeeded => [
                'It was paid, but the order needs no payment: it was paid in another way, cancelled or deleted.',
                'Refund this payment, or deliver after all.',
            ],
            Verdict::Late => [
                'It was paid after it had expired.',
                'Deliver, or refund the payment.',
            ],
            Verdict::Partial => [
                'Only a part has come, and the time for the rest is over.',
                "Ask the customer for the rest: if it comes, the order is paid. Or decide about it on Aurpay's dashboard.",
            ],
            Verdict::Resolved => [
                "It was accepted as it is on Aurpay's dashboard. The order is not marked as paid by that.",
                'If you deliver, mark the order as paid yourself.',
            ],
            Verdict::RefundedElsewhere => [
                'It was refunded, and not by the shop.',
                "If nobody of you has refunded it on Aurpay's dashboard, find out who did. Do not deliver.",
            ],
            default => null,
        };

        return $texts === null ? null : new self($verdict->value, ...$texts);
    }

    public static function refundUnknown(): self
    {
        return new self(
            'refund_unknown',
            'It was to be refunded, and the answer was lost: it may have been refunded or not.',
            'Do not refund it in another way. The shop finds out, usually within 20 minutes.',
        );
    }
}
