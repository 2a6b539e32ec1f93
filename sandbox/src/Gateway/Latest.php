<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Store\Database;

/**
 * The newest payment by the real clock, whatever the sandbox's clock says.
 */
final readonly class Latest
{
    public function __construct(private Database $database) {}

    /** What follows the base URI in its pay URL. Null if there is no payment. */
    public function payPath(): ?string
    {
        $row = $this->database->one(
            'SELECT order_id, NULL AS token, created_ms, number FROM orders
             UNION ALL SELECT NULL, token, created_ms, rowid FROM checkouts WHERE order_id IS NULL
             ORDER BY created_ms DESC, number DESC LIMIT 1',
        );
        $token = $row?->textOrNull('token');

        return match (true) {
            $row === null => null,
            $token !== null => OrderView::checkoutPath($token),
            default => OrderView::payPath($row->text('order_id')),
        };
    }
}
