<?php

declare(strict_types=1);

namespace AurpayExample;

use PDO;

/**
 * The shop's refunds, in SQLite. A refund that is "sending" was perhaps sent. Nobody sends it again: not a second worker,
 * and not one that starts after the first was killed.
 */
final class RefundBook
{
    private function __construct(private readonly PDO $database) {}

    public static function open(): self
    {
        $database = database();
        $database->exec('
            CREATE TABLE IF NOT EXISTS refunds (
                gateway_id TEXT PRIMARY KEY,
                state TEXT NOT NULL,
                since INTEGER NOT NULL,
                reason TEXT NOT NULL DEFAULT \'\'
            )
        ');

        return new self($database);
    }

    /** @return bool false if it was requested before. One that was refused can be requested again */
    public function request(string $gatewayId): bool
    {
        return $this->run(
            "INSERT INTO refunds (gateway_id, state, since) VALUES (?, 'requested', ?) ON CONFLICT (gateway_id)
                DO UPDATE SET state = 'requested', since = excluded.since, reason = '' WHERE state = 'refused'",
            [$gatewayId, time()],
        )->rowCount() === 1;
    }

    /** Takes the next refund, for this process alone. Its new state is committed when this returns. */
    public function take(): ?string
    {
        $id = $this->run(
            "UPDATE refunds SET state = 'sending', since = ? WHERE gateway_id =
                (SELECT gateway_id FROM refunds WHERE state = 'requested' ORDER BY since LIMIT 1)
                AND state = 'requested' RETURNING gateway_id",
            [time()],
        )->fetchColumn();

        return is_string($id) ? $id : null;
    }

    public function end(string $gatewayId, string $state, string $reason = ''): void
    {
        $this->run(
            "UPDATE refunds SET state = ?, reason = ? WHERE gateway_id = ? AND state IN ('sending', 'unknown')",
            [$state, $reason, $gatewayId],
        );
    }

    /** @return array<string, int> those of which nobody knows whether they were made => since when */
    public function inDoubt(): array
    {
        $rows = $this->run("SELECT gateway_id, since FROM refunds WHERE state IN ('sending', 'unknown')", []);

        /** @var array<string, int> */
        return $rows->fetchAll(PDO::FETCH_KEY_PAIR);
    }

    public function state(string $gatewayId): string
    {
        $state = $this->run('SELECT state FROM refunds WHERE gateway_id = ?', [$gatewayId])->fetchColumn();

        return is_string($state) ? $state : 'none';
    }

    /** @param list<int|string> $values */
    private function run(string $sql, array $values): \PDOStatement
    {
        $statement = $this->database->prepare($sql);
        $statement->execute($values);

        return $statement;
    }
}
