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

    /**
     * @return list<Checkout> the newest pay URLs for which no coin was chosen
     */
    public function waiting(int $limit): array
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
