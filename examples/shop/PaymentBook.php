<?php

declare(strict_types=1);

namespace AurpayExample;

use PDO;

/**
 * The payments that the shop has shown to its customers, in SQLite, beside the orders. Each is kept before its customer
 * sees it, and is asked about until it is final: every minute in its first hour, every ten minutes on its first day, then
 * every hour.
 */
final class PaymentBook
{
    private const KEEP_ASKING_SECONDS = 30 * 86400;

    private function __construct(private readonly PDO $database) {}

    public static function open(): self
    {
        $database = database();
        $database->exec('
            CREATE TABLE IF NOT EXISTS shown (
                gateway_id TEXT PRIMARY KEY,
                number INTEGER NOT NULL,
                amount TEXT NOT NULL,
                coin TEXT NOT NULL,
                address TEXT NOT NULL,
                status TEXT NOT NULL,
                -- What the shop has decided, as a sentence for the merchant; empty while it waits.
                verdict TEXT NOT NULL DEFAULT \'\',
                expired INTEGER NOT NULL DEFAULT 0,
                created INTEGER NOT NULL,
                ask_at INTEGER NOT NULL
            )
        ');

        return new self($database);
    }

    /** @param array{order_id: string, amount: string, address: string, status: string} $payment as createPayInfo() returns it */
    public function keep(int $number, string $coin, array $payment): void
    {
        $this->run(
            'INSERT INTO shown (gateway_id, number, amount, coin, address, status, created, ask_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
            [$payment['order_id'], $number, $payment['amount'], $coin, $payment['address'], $payment['status'], time(), time()],
        );
    }

    /** @return list<Shown> those to ask about now, the ones that wait longest first */
    public function due(int $limit): array
    {
        return $this->select('verdict = \'\' AND ask_at <= ? ORDER BY ask_at LIMIT ?', [time(), $limit]);
    }

    /** @return list<Shown> */
    public function of(int $number): array
    {
        return $this->select('number = ? ORDER BY rowid', [$number]);
    }

    /** Keeps what the gateway says, and when to ask again. One that has expired may be paid late. */
    public function note(Shown $payment, string $status): void
    {
        $age = time() - $payment->created;
        $pause = $age < 3600 ? 60 : ($age < 86400 ? 600 : 3600);
        $this->run(
            "UPDATE shown SET status = ?, ask_at = ?, expired = expired OR ? = 'OVERDUE' WHERE gateway_id = ?",
            [$status, time() + $pause, $status, $payment->gatewayId],
        );
        if ($age > self::KEEP_ASKING_SECONDS) {
            $this->decide($payment, 'nothing came in 30 days');
        }
    }

    /** Ends the asking: the shop, or a person, knows what to do. */
    public function decide(Shown $payment, string $verdict): void
    {
        $this->run('UPDATE shown SET verdict = ? WHERE gateway_id = ?', [$verdict, $payment->gatewayId]);
    }

    /**
     * @param list<int|string> $values
     *
     * @return list<Shown>
     */
    private function select(string $condition, array $values): array
    {
        $payments = [];
        foreach ($this->run("SELECT * FROM shown WHERE {$condition}", $values)->fetchAll(PDO::FETCH_ASSOC) as $row) {
            /** @var array{gateway_id: string, number: int, amount: string, coin: string, address: string, status: string, verdict: string, expired: int, created: int} $row */
            $payments[] = new Shown(
                $row['gateway_id'],
                $row['number'],
                $row['amount'],
                $row['coin'],
                $row['address'],
                $row['status'],
                $row['verdict'],
                $row['expired'] === 1,
                $row['created'],
            );
        }

        return $payments;
    }

    /** @param list<int|string> $values */
    private function run(string $sql, array $values): \PDOStatement
    {
        $statement = $this->database->prepare($sql);
        $statement->execute($values);

        return $statement;
    }
}
