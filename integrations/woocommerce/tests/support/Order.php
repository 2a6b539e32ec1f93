<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** An order of the shop, as the database has it. */
final readonly class Order
{
    /**
     * @param string               $paid   date_paid as ISO 8601; '' if it is not paid
     * @param string               $payUrl the address of its order-pay page
     * @param list<string>         $notes  the oldest first, without their HTML
     * @param array<string, mixed> $meta   the values of own and hidden meta keys
     * @param list<string>         $refunds the amounts of its refund objects
     */
    public function __construct(
        public int $id,
        public string $status,
        public string $total,
        public string $currency,
        public string $method,
        public string $key,
        public string $transaction,
        public string $paid,
        public string $payUrl,
        public array $notes,
        public array $meta,
        public array $refunds,
    ) {}
}
