<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\Callback\Variant;
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
    /** Of how many attempts the headers and the shop's answer are kept. */
    private const KEPT_ANSWERS = 5_000;

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

    /** When due() or nextResend() has one next, in milliseconds of the real clock. */
    public function nextDueMs(): ?int
    {
        $row = $this->database->one(
            "SELECT min(next_ms) AS next FROM (SELECT next_ms FROM callbacks WHERE state = 'pending'
             UNION ALL SELECT 0 FROM callback_resends)",
        );

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
    public function recordAttempt(int $id, CallbackAttempt $attempt): void
    {
        $this->database->transaction(function () use ($id, $attempt): void {
            $this->addAttempt($id, $attempt);
            $tries = $this->database->one('SELECT tries FROM callbacks WHERE id = :id', ['id' => $id])?->int('tries');
            $state = match (true) {
                $attempt->status === 200 => 'delivered',
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

    /** Records an attempt that does not change the callback's state: see resendOnce(). */
    public function addAttempt(int $id, CallbackAttempt $attempt): void
    {
        $attemptId = $this->database->insert('callback_attempts', $attempt->toColumns($id));
        if ($attemptId % 1000 === 0) {
            $this->database->run(
                'UPDATE callback_attempts SET request_headers = NULL, answer_headers = NULL, answer_body = NULL
                 WHERE id <= :id AND answer_body IS NOT NULL',
                ['id' => $attemptId - self::KEPT_ANSWERS],
            );
        }
    }

    public function refuse(int $id, string $at, string $reason): void
    {
        $this->addAttempt($id, new CallbackAttempt($at, '', null, $reason, 0));
        $this->database->run("UPDATE callbacks SET state = 'refused', next_ms = NULL WHERE id = :id", ['id' => $id]);
    }

    /** Queues a callback again, with its first Date if $keepDate. False if there is no such callback. */
    public function resend(int $id, bool $keepDate): bool
    {
        return $this->database->run(
            "UPDATE callbacks SET state = 'pending', tries = 0, next_ms = :now, fixed_date = :date WHERE id = :id",
            ['now' => self::nowMs(), 'date' => $keepDate ? $this->dateToKeep($id) : null, 'id' => $id],
        ) === 1;
    }

    /**
     * Sends a variant of a callback once. The callback's own state stays: a
     * shop that rightly refuses a wrong signature must not get it ten times.
     */
    public function resendOnce(int $id, Variant $variant): bool
    {
        if (!$this->has($id)) {
            return false;
        }
        $date = $variant->keepDate ? $this->dateToKeep($id) : null;
        $this->database->insert('callback_resends', [
            'callback_id' => $id,
            'variant' => ($date === null ? $variant : $variant->withDate($date))->toJson(),
        ]);

        return true;
    }

    /** The oldest variant in the queue, if it can be sent with $free transfers. dropResend() takes it out. */
    public function nextResend(int $free): ?Row
    {
        $row = $this->database->one(
            'SELECT c.*, o.user_id, r.variant, r.id AS resend_id FROM callback_resends r
             JOIN callbacks c ON c.id = r.callback_id JOIN orders o ON o.order_id = c.order_id ORDER BY r.id LIMIT 1',
        );

        return $row === null || Variant::fromJson($row->text('variant'))->copies > $free ? null : $row;
    }

    public function dropResend(Row $resend): void
    {
        $this->database->run('DELETE FROM callback_resends WHERE id = :id', ['id' => $resend->int('resend_id')]);
    }

    private function has(int $id): bool
    {
        return $this->database->one('SELECT id FROM callbacks WHERE id = :id', ['id' => $id]) !== null;
    }

    /** The Date of the first attempt, on demand. Null if there is no such callback. */
    private function dateToKeep(int $id): ?string
    {
        $first = $this->firstDate($id);

        return $first !== null || !$this->has($id)
            ? $first
            : throw new Conflict("The first attempt of callback $id has not ended, so there is no Date to keep yet");
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
     * @param string $words  the callbacks whose order, URL, kind or state contain all of them
     * @param bool   $newest begin with the newest
     *
     * @return array{list<array<string, mixed>>, int} the callbacks of a page, and the number of all that were asked for
     */
    public function page(string $words, bool $newest, int $page, int $size): array
    {
        [$where, $parameters] = Search::clause("order_id || ' ' || url || ' ' || kind || ' ' || state", $words);
        $rows = $this->database->all(
            "SELECT * FROM callbacks WHERE $where ORDER BY id " . ($newest ? 'DESC' : 'ASC') . '
             LIMIT :page_size OFFSET :page_offset',
            $parameters + ['page_size' => $size, 'page_offset' => ($page - 1) * $size],
        );
        $total = $this->database->count("SELECT count(*) FROM callbacks WHERE $where", $parameters);

        return [array_map($this->describeOne(...), $rows), $total];
    }

    /**
     * @return list<array<string, mixed>>
     */
    public function describe(?string $orderId = null, ?string $state = null): array
    {
        $asked = array_filter(
            ['order_id' => $orderId, 'state' => $state],
            static fn (?string $value): bool => $value !== null,
        );
        $where = implode(' AND ', ['1 = 1', ...array_map(static fn (string $name): string => "$name = :$name", array_keys($asked))]);

        return array_map(
            $this->describeOne(...),
            $this->database->all("SELECT * FROM callbacks WHERE $where ORDER BY id", $asked),
        );
    }

    /**
     * A callback with all that was sent and answered.
     *
     * @return array<string, mixed>|null
     */
    public function details(int $id): ?array
    {
        $row = $this->database->one('SELECT * FROM callbacks WHERE id = :id', ['id' => $id]);
        if ($row === null) {
            return null;
        }
        $body = $row->textOrNull('body');

        return [
            ...$this->describeOne($row),
            'body' => $body,
            'attempts' => array_map(
                static fn (Row $attempt): array => CallbackAttempt::details($attempt, $row->text('url'), $body),
                $this->attempts($id),
            ),
        ];
    }

    /** The id of the last attempt. */
    public function lastAttempt(): int
    {
        return $this->database->count('SELECT coalesce(max(id), 0) FROM callback_attempts');
    }

    /**
     * @return list<Row> the attempts after the one with this id, each with the method and the URL of its callback
     */
    public function attemptsAfter(int $id): array
    {
        return $this->database->all(
            'SELECT a.*, c.method, c.url FROM callback_attempts a JOIN callbacks c ON c.id = a.callback_id
             WHERE a.id > :id ORDER BY a.id LIMIT 200',
            ['id' => $id],
        );
    }

    public static function nowMs(): int
    {
        return (int) (microtime(true) * 1000);
    }

    /**
     * @return list<Row>
     */
    private function attempts(int $id): array
    {
        return $this->database->all(
            'SELECT * FROM callback_attempts WHERE callback_id = :id ORDER BY id',
            ['id' => $id],
        );
    }

    /**
     * @return array<string, mixed>
     */
    private function describeOne(Row $row): array
    {
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
            'attempts' => array_map(CallbackAttempt::summary(...), $this->attempts($row->int('id'))),
        ];
    }
}
