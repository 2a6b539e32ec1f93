<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Gateway\PaymentTerms;

final readonly class Checkouts
{
    public function __construct(private Database $database) {}

    /** @return string the token: 64 hex digits, as in the documents' pay_url */
    public function create(string $userId, PaymentTerms $terms, string $time): string
    {
        $token = bin2hex(random_bytes(32));
        $this->database->insert('checkouts', [
            'token' => $token,
            'user_id' => $userId,
            'terms' => $terms->toJson(),
            'create_time' => $time,
            'created_ms' => Callbacks::nowMs(),
        ]);

        return $token;
    }

    public function find(string $token): ?Checkout
    {
        $row = $this->database->one('SELECT * FROM checkouts WHERE token = :token', ['token' => $token]);

        return $row === null ? null : Checkout::fromRow($row);
    }

    /** Whether a pay URL with the same terms was made since a time, and is open or paid. */
    public function hasOpen(string $userId, PaymentTerms $terms, string $since): bool
    {
        return $this->database->one(
            "SELECT c.token FROM checkouts c LEFT JOIN orders o ON o.order_id = c.order_id
             WHERE c.terms = :terms AND c.user_id = :user_id AND c.create_time >= :since
             AND (o.status IS NULL OR o.status IN ('PENDING', 'PARTIAL', 'SUCCESS')) LIMIT 1",
            ['terms' => $terms->toJson(), 'user_id' => $userId, 'since' => $since],
        ) !== null;
    }

    /** The pay URL through which an order was made; null for an order of the API. */
    public function ofOrder(string $orderId): ?Checkout
    {
        $row = $this->database->one('SELECT * FROM checkouts WHERE order_id = :id', ['id' => $orderId]);

        return $row === null ? null : Checkout::fromRow($row);
    }

    /**
     * The newest pay URLs without an order.
     *
     * @return list<Checkout>
     */
    public function withoutOrder(int $limit): array
    {
        return array_map(Checkout::fromRow(...), $this->database->all(
            'SELECT * FROM checkouts WHERE order_id IS NULL ORDER BY rowid DESC LIMIT :limit',
            ['limit' => $limit],
        ));
    }

    public function setOrder(string $token, string $orderId): void
    {
        $this->database->run(
            'UPDATE checkouts SET order_id = :order_id WHERE token = :token',
            ['order_id' => $orderId, 'token' => $token],
        );
    }
}
