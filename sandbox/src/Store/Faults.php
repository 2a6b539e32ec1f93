<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Json\Reader;

final readonly class Faults
{
    public function __construct(private Database $database) {}

    /** @param int $count for how many calls; 0 means until it is deleted */
    public function add(string $method, string $path, int $count, Fault $fault): int
    {
        return $this->database->insert('faults', [
            'method' => $method === '' ? null : strtoupper($method),
            'path' => $path,
            'remaining' => $count === 0 ? null : $count,
            'effect' => $fault->toJson(),
        ]);
    }

    /**
     * The fault for this call, if there is one; counts it as used.
     *
     * @return array{int, Fault}|null
     */
    public function take(string $method, string $path): ?array
    {
        // Look without the write lock first, as most calls have no fault.
        if ($this->find($method, $path) === null) {
            return null;
        }

        return $this->database->transaction(function () use ($method, $path): ?array {
            $row = $this->find($method, $path);
            if ($row === null) {
                return null;
            }
            $id = ['id' => $row->int('id')];
            $this->database->run('UPDATE faults SET remaining = remaining - 1 WHERE id = :id', $id);
            $this->database->run('DELETE FROM faults WHERE id = :id AND remaining <= 0', $id);

            return [$row->int('id'), Fault::fromJson($row->text('effect'))];
        });
    }

    public function clear(): int
    {
        return $this->database->run('DELETE FROM faults');
    }

    /**
     * @return list<array<string, mixed>>
     */
    public function describe(): array
    {
        return array_map(static fn (Row $row): array => [
            'id' => $row->int('id'),
            'method' => $row->textOrNull('method'),
            'path' => $row->text('path'),
            'remaining' => $row->intOrNull('remaining'),
            'effect' => Reader::decode($row->text('effect')),
        ], $this->database->all('SELECT * FROM faults ORDER BY id'));
    }

    private function find(string $method, string $path): ?Row
    {
        return $this->database->one(
            'SELECT * FROM faults
             WHERE (method IS NULL OR method = :method) AND substr(:path, 1, length(path)) = path
             ORDER BY id LIMIT 1',
            ['method' => $method, 'path' => $path],
        );
    }
}
