<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

final readonly class Transactions
{
    public function __construct(private Database $database) {}

    public function add(Transaction $transaction): void
    {
        $this->database->insert('transactions', $transaction->toColumns());
    }

    public function get(string $txId): Transaction
    {
        $row = $this->database->one('SELECT * FROM transactions WHERE tx_id = :id', ['id' => $txId]);

        return $row === null
            ? throw new \OutOfBoundsException("No transaction $txId")
            : Transaction::fromRow($row);
    }

    /**
     * @return list<Transaction> the payment, and the refund if there is one
     */
    public function ofOrder(string $orderId): array
    {
        return array_map(Transaction::fromRow(...), $this->database->all(
            'SELECT * FROM transactions WHERE order_id = :id ORDER BY number',
            ['id' => $orderId],
        ));
    }

    /**
     * @return array{list<Transaction>, int} the transactions of the page, and the number of all transactions
     */
    public function page(Filter $filter): array
    {
        [$rows, $total] = $filter->select($this->database, 'transactions');

        return [array_map(Transaction::fromRow(...), $rows), $total];
    }

    /**
     * @param array{status: string, obtained?: string, from_addr?: string, tx_hash?: string} $changes
     */
    public function change(string $txId, array $changes, string $time): void
    {
        $changes += ['event_time' => $time];
        $assignments = array_map(static fn (string $column): string => "$column = :$column", array_keys($changes));
        $this->database->run(
            'UPDATE transactions SET ' . implode(', ', $assignments) . ' WHERE tx_id = :tx_id',
            $changes + ['tx_id' => $txId],
        );
    }
}
