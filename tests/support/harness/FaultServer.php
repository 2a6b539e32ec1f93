<?php

declare(strict_types=1);

namespace AurpayTest;

/** The server that misbehaves on purpose: tests/support/README.md lists its behaviours. */
final class FaultServer extends StoppableServer
{
    public static function start(string ...$options): static
    {
        return new static(Child::python('fault_server.py', ...$options));
    }

    /**
     * Sets the behaviours of the next requests, in order; after them the default applies again.
     *
     * @param string|array<string, mixed> ...$behaviours 'close', or ['do' => 'answer', 'status' => 500]
     */
    public function script(string|array ...$behaviours): void
    {
        $this->control('POST', '/script', array_values($behaviours));
    }

    /**
     * Sets the behaviour after the end of the script.
     *
     * @param string|array<string, mixed> $behaviour
     */
    public function default(string|array $behaviour): void
    {
        $this->control('POST', '/script', ['default' => $behaviour]);
    }

    /**
     * Does in one step all that a test needs before one of many calls; nothing of earlier calls is left.
     *
     * @param array<string, mixed> $what script, default, drop, trap, vanish: see tests/support/README.md
     * @return array<string, int> the counts so far
     */
    public function prepare(array $what): array
    {
        /** @var array<string, int> $counts */
        $counts = $this->control('POST', '/prepare', $what);

        return $counts;
    }

    /** Ends all connections after what has arrived is executed and in the log; nothing more happens afterwards. */
    public function settle(): void
    {
        $this->control('POST', '/settle');
    }

    public function counts(): array
    {
        /** @var array<string, int> $counts */
        $counts = $this->control('GET', '/counts');

        return $counts;
    }

    /** How many requests it executed. */
    public function executed(): int
    {
        return $this->counts()['executed'];
    }

    public function connections(): int
    {
        return $this->counts()['connections'];
    }

    /**
     * Waits until that many requests were executed. A call that gave up without an answer may have a
     * request that is still on its way to the server.
     */
    public function waitForExecuted(int $times, float $seconds = 60.0): bool
    {
        $deadline = microtime(true) + $seconds;
        while ($this->executed() < $times) {
            if (microtime(true) > $deadline) {
                return false;
            }
            usleep(5000);
        }

        return true;
    }

    /** Waits until the server has sent unexpected bytes (the option `late`) that many times. */
    public function waitForLate(int $times, float $seconds = 20.0): void
    {
        $deadline = microtime(true) + $seconds;
        while ($this->counts()['late'] < $times) {
            if (microtime(true) > $deadline) {
                throw new \RuntimeException("the server has not sent late bytes {$times} times");
            }
            usleep(5000);
        }
    }

    /**
     * Waits until clients have ended that many idle connections, and returns how each was ended: "close_notify" (the
     * end of TLS, before FIN), "FIN" or "RST".
     *
     * @return list<string>
     */
    public function waitForEnds(int $times, float $seconds = 60.0): array
    {
        $deadline = microtime(true) + $seconds;
        while (count($ends = $this->ends()) < $times && microtime(true) < $deadline) {
            usleep(5000);
        }

        return $ends;
    }

    /** @return list<string> */
    private function ends(): array
    {
        /** @var array{ends: list<array{connection: int, how: string}>} $log */
        $log = $this->control('GET', '/log');

        return array_column($log['ends'], 'how');
    }

    /** The pin of this server, for libcurl. */
    public function pin(): string
    {
        return $this->info('pin');
    }
}
