<?php

declare(strict_types=1);

namespace AurpayExample;

/** The shop's own order. The price is a string: money is never a float. */
final class Order
{
    public function __construct(
        public readonly int $number,
        public readonly string $price,
        public readonly string $currency,
        public readonly string $state,
        /** The gateway's id of the order; empty until a callback is confirmed. */
        public readonly string $gatewayId,
    ) {}
}
