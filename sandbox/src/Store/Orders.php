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
     * Pending orders that were created before $time.
     *
     * @return list<Order>
     */
    public function pendingSince(string $time): array
    {
        return array_map(Order::fromRow(...), $this->database->all(
            "SELECT * FROM orders WHERE status = 'PENDING' AND create_time < :time LIMIT 100",
            ['time' => $time],
        ));
    }
}
