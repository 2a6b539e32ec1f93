<?php

declare(strict_types=1);

namespace AurpayExample;

use PDO;

/** The shop's own orders, in SQLite. */
final class OrderBook
{
    private const PATIENCE_SECONDS = 20;

    private function __construct(private readonly PDO $database) {}

    public static function open(): self
    {
        $database = database();
        $database->exec('
            CREATE TABLE IF NOT EXISTS orders (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                price TEXT NOT NULL,
                currency TEXT NOT NULL,
                state TEXT NOT NULL DEFAULT \'open\',
                gateway_id TEXT UNIQUE
            )
        ');
        // Every payment is kept, also a second one for an order. The id is unique, so that one payment can never pay two
        // orders: it comes from a callback's body, which is not signed.
        $database->exec('CREATE TABLE IF NOT EXISTS payments (gateway_id TEXT PRIMARY KEY, number INTEGER NOT NULL)');
        $database->exec('CREATE TABLE IF NOT EXISTS endpoint (stats TEXT NOT NULL)');

        return new self($database);
    }

    public function add(string $price, string $currency): Order
    {
        $this->run('INSERT INTO orders (price, currency) VALUES (?, ?)', [$price, $currency]);

        return $this->find((int) $this->database->lastInsertId()) ?? throw new \LogicException('no order');
    }

    public function find(int $number): ?Order
    {
        $row = $this->run('SELECT * FROM orders WHERE number = ?', [$number])->fetch(PDO::FETCH_ASSOC);
        if (!is_array($row)) {
            return null;
        }
        /** @var array{number: int, price: string, currency: string, state: string, gateway_id: ?string} $row */

        return new Order($row['number'], $row['price'], $row['currency'], $row['state'], $row['gateway_id'] ?? '');
    }

    /** Whether a payment is known to be of this order. */
    public function has(int $number, string $gatewayId): bool
    {
        return $this->ownerOf($gatewayId) === $number;
    }

    /** Saves a confirmed payment. It can be repeated, as callbacks are. */
    public function record(int $number, string $gatewayId): Recorded
    {
        // At once with the lock for writing: of two callbacks, the second one sees what the first has written.
        $this->database->exec('BEGIN IMMEDIATE');
        try {
            $recorded = $this->recordInTransaction($number, $gatewayId);
            $this->database->exec('COMMIT');
        } catch (\Throwable $failure) {
            $this->database->exec('ROLLBACK');
            throw $failure;
        }

        return $recorded;
    }

    /** @return list<string> the gateway's ids of all payments of an order, the one that has paid it first */
    public function payments(int $number): array
    {
        $ids = $this->run('SELECT gateway_id FROM payments WHERE number = ? ORDER BY rowid', [$number])->fetchAll(PDO::FETCH_COLUMN);

        return array_values(array_filter($ids, is_string(...)));
    }

    public function markRefunded(int $number): Order
    {
        $this->run("UPDATE orders SET state = 'refunded' WHERE number = ?", [$number]);

        return $this->find($number) ?? throw new \LogicException('no order');
    }

    public function waitUntil(int $number, string $state): Order
    {
        $deadline = microtime(true) + self::PATIENCE_SECONDS;
        do {
            $order = $this->find($number);
            if ($order?->state === $state) {
                return $order;
            }
            usleep(50_000);
        } while (microtime(true) < $deadline);

        throw new \RuntimeException("Shop order {$number} did not become {$state}: is it '{$order?->state}'?");
    }

    /** @param array<string, int> $stats */
    public function keepEndpointStats(array $stats): void
    {
        $this->run('INSERT INTO endpoint (stats) VALUES (?)', [json_encode($stats, JSON_THROW_ON_ERROR)]);
    }

    /** @return array{requests: int, connections_opened: int, connections_reused: int} */
    public function endpointStats(): array
    {
        $text = $this->run('SELECT stats FROM endpoint ORDER BY rowid DESC LIMIT 1', [])->fetchColumn();
        if (!is_string($text)) {
            throw new \RuntimeException('The shop endpoint made no call');
        }
        /** @var array{requests: int, connections_opened: int, connections_reused: int} */
        return json_decode($text, true, 8, JSON_THROW_ON_ERROR);
    }

    private function recordInTransaction(int $number, string $gatewayId): Recorded
    {
        $owner = $this->ownerOf($gatewayId);
        if ($owner !== null) {
            return $owner === $number ? Recorded::Known : Recorded::Foreign;
        }
        $this->run('INSERT INTO payments (gateway_id, number) VALUES (?, ?)', [$gatewayId, $number]);
        $paid = $this->run(
            "UPDATE orders SET state = 'paid', gateway_id = ? WHERE number = ? AND state = 'open'",
            [$gatewayId, $number],
        );

        return $paid->rowCount() === 1 ? Recorded::Paid : Recorded::Second;
    }

    private function ownerOf(string $gatewayId): ?int
    {
        $owner = $this->run('SELECT number FROM payments WHERE gateway_id = ?', [$gatewayId])->fetchColumn();

        return is_int($owner) ? $owner : null;
    }

    /** @param list<int|string> $values */
    private function run(string $sql, array $values): \PDOStatement
    {
        $statement = $this->database->prepare($sql);
        $statement->execute($values);

        return $statement;
    }
}
