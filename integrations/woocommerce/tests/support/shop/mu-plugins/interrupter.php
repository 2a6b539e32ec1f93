<?php

declare(strict_types=1);

// Kills this PHP process, or holds it, at the point that a test has chosen. The plan is a file, and only one process
// carries it out: the one that succeeds in moving the file away.

namespace AurpayTest;

final class Interrupter
{
    private const PLAN = AURPAY_TEST_STATE . '/plan.json';

    private int $seen = 0;
    /** Whether the chosen query is being executed, and the next one is where to stop. */
    private bool $isNext = false;

    /**
     * @param array<string, mixed> $plan
     */
    private function __construct(private readonly array $plan) {}

    public static function install(): void
    {
        $text = @file_get_contents(self::PLAN);
        $plan = $text === false ? null : json_decode($text, true);
        if (!is_array($plan) || !str_contains($_SERVER['REQUEST_URI'] ?? '', $plan['path'])) {
            return;
        }
        $interrupter = new self($plan);
        if ($plan['point'] === 'hook') {
            add_filter($plan['hook'], $interrupter->onHook(...), $plan['priority']);
        } else {
            add_filter('query', $interrupter->onQuery(...), PHP_INT_MAX);
        }
    }

    public function onHook(mixed $value = null): mixed
    {
        ++$this->seen;
        $this->seen === $this->plan['number'] && $this->stop();

        return $value;
    }

    public function onQuery(string $query): string
    {
        if ($this->plan['point'] === 'record') {
            file_put_contents(AURPAY_TEST_STATE . '/queries.jsonl', json_encode($query) . "\n", FILE_APPEND | LOCK_EX);

            return $query;
        }
        if ($this->isNext) {
            $this->isNext = false;
            $this->stop();
        }
        if (str_contains($query, $this->plan['containing'])) {
            ++$this->seen;
            if ($this->seen === $this->plan['number']) {
                $this->plan['after'] ? $this->isNext = true : $this->stop();
            }
        }

        return $query;
    }

    private function stop(): void
    {
        if (!@rename(self::PLAN, AURPAY_TEST_STATE . '/plan-done.json')) {
            return;
        }
        if ($this->plan['action'] === 'kill') {
            posix_kill(posix_getpid(), 9);
        }
        touch(AURPAY_TEST_STATE . '/held');
        while (file_exists(AURPAY_TEST_STATE . '/held')) {
            clearstatcache();
            usleep(5_000);
        }
    }
}

Interrupter::install();
