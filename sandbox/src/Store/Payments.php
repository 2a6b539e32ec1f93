<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Money\Decimal;

/**
 * What customers have sent for their orders: an order may be paid in parts, and twice.
 */
final readonly class Payments
{
    public function __construct(private Database $database) {}

    public function add(string $orderId, string $amount, string $time): void
    {
        $this->database->insert('payments', ['order_id' => $orderId, 'amount' => $amount, 'at' => $time]);
    }

    /** The sum of an order's payments. */
    public function received(string $orderId): string
    {
        $rows = $this->database->all('SELECT amount FROM payments WHERE order_id = :id', ['id' => $orderId]);

        return array_reduce(
            $rows,
            static fn (string $sum, Row $row): string => Decimal::add($sum, $row->text('amount')),
            '0',
        );
    }
}
