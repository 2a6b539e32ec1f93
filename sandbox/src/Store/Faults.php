<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Json\Reader;

final readonly class Faults
{
    public function __construct(private Database $database, private Draws $draws) {}

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
        if ($this->find($method, $path) === []) {
            return null;
        }

        return $this->database->transaction(function () use ($method, $path): ?array {
            foreach ($this->find($method, $path) as $row) {
                $fault = Fault::fromJson($row->text('effect'));
                // Draw only for chance, so that other faults do not change which calls are hit.
                if ($fault->millionths < Draws::RANGE && $this->draws->next() >= $fault->millionths) {
                    continue;
                }
                $this->use($row->int('id'));

                return [$row->int('id'), $fault];
            }

            return null;
        });
    }

    private function use(int $id): void
    {
        $this->database->run('UPDATE faults SET remaining = remaining - 1 WHERE id = :id', ['id' => $id]);
        $this->database->run('DELETE FROM faults WHERE id = :id AND remaining <= 0', ['id' => $id]);
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

    /**
     * @return list<Row> the faults that this call can get
     */
    private function find(string $method, string $path): array
    {
        return $this->database->all(
            'SELECT * FROM faults
             WHERE (method IS NULL OR method = :method) AND substr(:path, 1, length(path)) = path
             ORDER BY id',
            ['method' => $method, 'path' => $path],
        );
    }
}
