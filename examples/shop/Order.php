<?php

declare(strict_types=1);

namespace AurpayExample;

/** An order as the shop knows it. The price is text: money is never a float. */
final class Order
{
    public function __construct(
        public readonly int $number,
        public readonly string $price,
        public readonly string $currency,
        public readonly string $state,
        /** The gateway's id of it; empty until a callback was confirmed. */
        public readonly string $gatewayId,
    ) {}
}
