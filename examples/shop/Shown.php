<?php

declare(strict_types=1);

namespace AurpayExample;

/** A payment that a customer was shown. An order can have several. */
final class Shown
{
    public function __construct(
        public readonly string $gatewayId,
        public readonly int $number,
        public readonly string $amount,
        public readonly string $coin,
        public readonly string $address,
        public readonly string $status,
        /** What the shop has decided; empty while it waits. */
        public readonly string $verdict,
        /** Whether its time to pay was over once. */
        public readonly bool $expired,
        public readonly int $created,
    ) {}
}
