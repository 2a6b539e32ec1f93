<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

/**
 * Times to pay that differ from the usual one.
 */
final readonly class Deadlines
{
    public function __construct(private Database $database) {}

    public function set(string $orderId, string $time): void
    {
        $this->database->run(
            'INSERT INTO deadlines (order_id, at) VALUES (:id, :at) ON CONFLICT (order_id) DO UPDATE SET at = excluded.at',
            ['id' => $orderId, 'at' => $time],
        );
    }

    public function find(string $orderId): ?string
    {
        return $this->database->one('SELECT at FROM deadlines WHERE order_id = :id', ['id' => $orderId])?->text('at');
    }
}
