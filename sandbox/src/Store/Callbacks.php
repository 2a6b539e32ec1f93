<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Conflict;

/**
 * The queue of callbacks. States: pending, delivered, given_up, refused.
 */
final readonly class Callbacks
{
    public const STATES = ['pending', 'delivered', 'given_up', 'refused'];
    public const MAX_ATTEMPTS = 10;
    private const FIRST_PAUSE_MS = 500;
    private const LONGEST_PAUSE_MS = 60_000;
    private const KEEP_DATE = 'callbacks_keep_date';

    private Settings $settings;

    public function __construct(private Database $database)
    {
        $this->settings = new Settings($database);
    }

    /** @param string|null $date the Date of all attempts; null for that of each */
    public function enqueue(
        string $orderId,
        string $kind,
        string $url,
        ?string $body,
        string $time,
        ?string $date = null,
        int $delayMs = 0,
    ): void {
        $this->database->insert('callbacks', [
            'order_id' => $orderId,
            'kind' => $kind,
            'method' => $body === null ? 'GET' : 'POST',
            'url' => $url,
            'body' => $body,
            'state' => 'pending',
            'next_ms' => self::nowMs() + $delayMs,
            'fixed_date' => $date,
            'created_at' => $time,
        ]);
    }

    /**
     * @return list<Row>
     */
    public function due(int $limit): array
    {
        return $this->database->all(
            "SELECT c.*, o.user_id FROM callbacks c JOIN orders o ON o.order_id = c.order_id
             WHERE c.state = 'pending' AND c.next_ms <= :now ORDER BY c.next_ms, c.id LIMIT :limit",
            ['now' => self::nowMs(), 'limit' => $limit],
        );
    }

    /** When due() has one next, in milliseconds of the real clock. */
    public function nextDueMs(): ?int
    {
        $row = $this->database->one("SELECT min(next_ms) AS next FROM callbacks WHERE state = 'pending'");

        return $row?->intOrNull('next');
    }

    /** Takes a callback out of the queue while it is being sent. */
    public function markSending(int $id): void
    {
        $this->database->run(
            'UPDATE callbacks SET next_ms = NULL, tries = tries + 1 WHERE id = :id',
            ['id' => $id],
        );
    }

    /**
     * Records an attempt. With status 200 the callback is delivered. With any
     * other it is repeated after a pause, which doubles each time ("retried in
     * a short time", says the document).
     */
    public function recordAttempt(int $id, string $at, string $date, ?int $status, ?string $error, int $tookMs): void
    {
        $this->database->transaction(function () use ($id, $at, $date, $status, $error, $tookMs): void {
            $this->database->insert('callback_attempts', [
                'callback_id' => $id,
                'at' => $at,
                'date_header' => $date,
                'status' => $status,
                'error' => $error,
                'took_ms' => $tookMs,
            ]);
            $tries = $this->database->one('SELECT tries FROM callbacks WHERE id = :id', ['id' => $id])?->int('tries');
            $state = match (true) {
                $status === 200 => 'delivered',
                $tries !== null && $tries >= self::MAX_ATTEMPTS => 'given_up',
                default => 'pending',
            };
            $pause = min(self::LONGEST_PAUSE_MS, self::FIRST_PAUSE_MS << min(10, max(0, ($tries ?? 1) - 1)));
            // If resend() has queued the callback meanwhile, it stays queued, whatever the status of this attempt.
            $this->database->run(
                'UPDATE callbacks SET state = :state, next_ms = :next WHERE id = :id AND next_ms IS NULL',
                ['state' => $state, 'next' => $state === 'pending' ? self::nowMs() + $pause : null, 'id' => $id],
            );
        });
    }

    public function refuse(int $id, string $at, string $reason): void
    {
        $this->database->insert('callback_attempts', [
            'callback_id' => $id,
            'at' => $at,
            'date_header' => '',
            'error' => $reason,
            'took_ms' => 0,
        ]);
        $this->database->run("UPDATE callbacks SET state = 'refused', next_ms = NULL WHERE id = :id", ['id' => $id]);
    }

    /** Queues a callback again, with its first Date if $keepDate. False if there is no such callback. */
    public function resend(int $id, bool $keepDate): bool
    {
        $first = $this->firstDate($id);
        $exists = $this->database->one('SELECT id FROM callbacks WHERE id = :id', ['id' => $id]) !== null;
        if ($exists && $keepDate && $first === null) {
            throw new Conflict("The first attempt of callback $id has not ended, so there is no Date to keep yet");
        }

        return $this->database->run(
            "UPDATE callbacks SET state = 'pending', tries = 0, next_ms = :now, fixed_date = :date WHERE id = :id",
            ['now' => self::nowMs(), 'date' => $keepDate ? $first : null, 'id' => $id],
        ) === 1;
    }

    /** Whether a repeated callback keeps the Date of its first attempt. The documents do not say; the default is no. */
    public function keepsDate(): bool
    {
        return $this->settings->get(self::KEEP_DATE) === '1';
    }

    public function keepDate(bool $keep): void
    {
        $this->settings->set(self::KEEP_DATE, $keep ? '1' : '0');
    }

    /** The Date with which a callback must be sent; null: the current one. */
    public function dateFor(Row $callback): ?string
    {
        return $callback->textOrNull('fixed_date')
            ?? ($this->keepsDate() ? $this->firstDate($callback->int('id')) : null);
    }

    private function firstDate(int $id): ?string
    {
        return $this->database->one(
            "SELECT date_header FROM callback_attempts
             WHERE callback_id = :id AND date_header <> '' ORDER BY id LIMIT 1",
            ['id' => $id],
        )?->text('date_header');
    }

    /** Queues the callbacks again that were being sent when the sandbox last stopped. */
    public function recover(): void
    {
        $this->database->run(
            "UPDATE callbacks SET next_ms = :now WHERE state = 'pending' AND next_ms IS NULL",
            ['now' => self::nowMs()],
        );
    }

    /**
     * @return list<array<string, mixed>>
     */
    public function describe(?string $orderId = null): array
    {
        $rows = $orderId === null
            ? $this->database->all('SELECT * FROM callbacks ORDER BY id')
            : $this->database->all('SELECT * FROM callbacks WHERE order_id = :id ORDER BY id', ['id' => $orderId]);

        return array_map($this->describeOne(...), $rows);
    }

    public static function nowMs(): int
    {
        return (int) (microtime(true) * 1000);
    }

    /**
     * @return array<string, mixed>
     */
    private function describeOne(Row $row): array
    {
        $attempts = $this->database->all(
            'SELECT * FROM callback_attempts WHERE callback_id = :id ORDER BY id',
            ['id' => $row->int('id')],
        );
        $next = $row->intOrNull('next_ms');

        return [
            'id' => $row->int('id'),
            'order_id' => $row->text('order_id'),
            'kind' => $row->text('kind'),
            'method' => $row->text('method'),
            'url' => $row->text('url'),
            'state' => $row->text('state'),
            'next_attempt_in_ms' => $next === null ? null : max(0, $next - self::nowMs()),
            'created_at' => $row->text('created_at'),
            'attempts' => array_map(static fn (Row $attempt): array => [
                'at' => $attempt->text('at'),
                'date_header' => $attempt->text('date_header'),
                'status' => $attempt->intOrNull('status'),
                'error' => $attempt->textOrNull('error'),
                'took_ms' => $attempt->int('took_ms'),
            ], $attempts),
        ];
    }
}
