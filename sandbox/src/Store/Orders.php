<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

final readonly class Orders
{
    /** What a search looks at: also the shop's own id and remark, which are in the terms. */
    public const SEARCHED = "order_id || ' ' || status || ' ' || order_type || ' ' || chain || ' ' || currency"
        . " || ' ' || coalesce(json_extract(terms, '$.id'), '') || ' ' || coalesce(json_extract(terms, '$.remark'), '')";

    public function __construct(private Database $database) {}

    public function add(Order $order): void
    {
        $this->database->insert('orders', $order->toColumns() + ['created_ms' => Callbacks::nowMs()]);
    }

    public function find(string $orderId): ?Order
    {
        $row = $this->database->one('SELECT * FROM orders WHERE order_id = :id', ['id' => $orderId]);

        return $row === null ? null : Order::fromRow($row);
    }

    /**
     * @return array{list<Order>, int} the orders of the page, and the number of all orders
     */
    public function page(Filter $filter): array
    {
        [$rows, $total] = $filter->select($this->database, 'orders');

        return [array_map(Order::fromRow(...), $rows), $total];
    }

    /**
     * The newest orders that wait for their customer.
     *
     * @return list<Order>
     */
    public function unpaid(int $limit): array
    {
        return array_map(Order::fromRow(...), $this->database->all(
            "SELECT * FROM orders WHERE status IN ('PENDING', 'PARTIAL') ORDER BY number DESC LIMIT :limit",
            ['limit' => $limit],
        ));
    }

    /**
     * Changes the status of the order, if nobody has changed it since it was read.
     */
    public function changeStatus(Order $order, string $status, string $time): bool
    {
        return $this->database->run(
            'UPDATE orders SET status = :status, update_time = :time WHERE order_id = :id AND status = :old',
            ['status' => $status, 'time' => $time, 'id' => $order->orderId, 'old' => $order->status],
        ) === 1;
    }

    /**
     * Pending orders whose time to pay is over: that is, those that were created before $created, or, where they have
     * a deadline of their own, those whose deadline has come.
     *
     * @return list<Order>
     */
    public function pendingTooLong(string $created, string $now): array
    {
        return array_map(Order::fromRow(...), $this->database->all(
            "SELECT orders.* FROM orders LEFT JOIN deadlines USING (order_id)
             WHERE status = 'PENDING' AND (deadlines.at <= :now OR (deadlines.at IS NULL AND create_time < :created))
             LIMIT 100",
            ['created' => $created, 'now' => $now],
        ));
    }

    /** When the oldest pending order without a deadline of its own was created. */
    public function oldestPending(): ?string
    {
        return $this->database->one(
            "SELECT min(create_time) AS oldest FROM orders LEFT JOIN deadlines USING (order_id)
             WHERE status = 'PENDING' AND deadlines.at IS NULL",
        )?->textOrNull('oldest');
    }

    /** The next deadline of a pending order that has one of its own. */
    public function nextDeadline(): ?string
    {
        return $this->database->one(
            "SELECT min(deadlines.at) AS next FROM orders JOIN deadlines USING (order_id) WHERE status = 'PENDING'",
        )?->textOrNull('next');
    }
}
