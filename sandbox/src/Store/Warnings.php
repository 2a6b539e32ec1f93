<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Advice\Warning;

/**
 * The warnings, each about a request or about a callback.
 */
final readonly class Warnings
{
    private const KEPT = 20_000;

    public function __construct(private Database $database) {}

    /** @param list<Warning> $warnings */
    public function addToRequest(int $requestId, array $warnings, string $at): void
    {
        foreach ($warnings as $warning) {
            $this->add($warning, $at, ['request_id' => $requestId]);
        }
    }

    /** Once for each callback and message, as a callback is repeated. */
    public function addToCallback(int $callbackId, Warning $warning, string $at): void
    {
        $told = $this->database->one(
            'SELECT id FROM warnings WHERE callback_id = :id AND message = :message',
            ['id' => $callbackId, 'message' => $warning->message],
        );
        if ($told === null) {
            $this->add($warning, $at, ['callback_id' => $callbackId]);
        }
    }

    /** The id of the last warning. */
    public function last(): int
    {
        return $this->database->count('SELECT coalesce(max(id), 0) FROM warnings');
    }

    /**
     * @return list<Row> the warnings after the one with this id
     */
    public function after(int $id): array
    {
        return $this->database->all('SELECT * FROM warnings WHERE id > :id ORDER BY id LIMIT 200', ['id' => $id]);
    }

    /**
     * The warnings about requests from this id on.
     *
     * @return array<int, list<array{code: string, message: string}>> request => its warnings
     */
    public function ofRequests(int $firstId, int $lastId): array
    {
        $warnings = [];
        $sql = 'SELECT * FROM warnings WHERE request_id BETWEEN :first AND :last ORDER BY id';
        foreach ($this->database->all($sql, ['first' => $firstId, 'last' => $lastId]) as $row) {
            $warnings[$row->int('request_id')][] = ['code' => $row->text('code'), 'message' => $row->text('message')];
        }

        return $warnings;
    }

    /**
     * @return list<array<string, mixed>>
     */
    public function describe(int $limit): array
    {
        $rows = $this->database->all(
            'SELECT w.*, r.method, r.target, c.order_id FROM warnings w
             LEFT JOIN requests r ON r.id = w.request_id LEFT JOIN callbacks c ON c.id = w.callback_id
             ORDER BY w.id DESC LIMIT :limit',
            ['limit' => $limit],
        );

        return array_map(static fn (Row $row): array => [
            'id' => $row->int('id'),
            'at' => $row->text('at'),
            'code' => $row->text('code'),
            'message' => $row->text('message'),
            'request' => $row->intOrNull('request_id'),
            'method' => $row->textOrNull('method'),
            'target' => $row->textOrNull('target'),
            'callback' => $row->intOrNull('callback_id'),
            'order_id' => $row->textOrNull('order_id'),
        ], array_reverse($rows));
    }

    public function clear(): int
    {
        return $this->database->run('DELETE FROM warnings');
    }

    /**
     * @param array{request_id?: int, callback_id?: int} $about
     */
    private function add(Warning $warning, string $at, array $about): void
    {
        $id = $this->database->insert('warnings', [
            'at' => $at,
            'code' => $warning->code,
            'message' => $warning->message,
        ] + $about);
        if ($id % 1000 === 0) {
            $this->database->run('DELETE FROM warnings WHERE id <= :id', ['id' => $id - self::KEPT]);
        }
    }
}
