<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

/**
 * When the shop last asked for each order.
 */
final readonly class Polls
{
    private const SHORTEST_PAUSE_MS = 1000;

    public function __construct(private Database $database) {}

    /** Records a question, and tells whether the last one was less than a second ago, by the real clock. */
    public function isTooSoon(string $orderId): bool
    {
        $now = (int) (microtime(true) * 1000);
        $last = $this->database->one('SELECT at_ms FROM polls WHERE order_id = :id', ['id' => $orderId]);
        $this->database->run(
            'INSERT INTO polls (order_id, at_ms) VALUES (:id, :now)
             ON CONFLICT (order_id) DO UPDATE SET at_ms = excluded.at_ms',
            ['id' => $orderId, 'now' => $now],
        );

        // A clock that was set back is no reason to warn.
        return $last !== null && $now >= $last->int('at_ms') && $now - $last->int('at_ms') < self::SHORTEST_PAUSE_MS;
    }
}
