<?php

declare(strict_types=1);

namespace AurpayTest;

/** A server with a control channel that returns its log. */
abstract class LoggingServer extends Server
{
    /** @return list<array<string, mixed>> the requests in the order in which they arrived */
    public function log(): array
    {
        /** @var array{requests: list<array<string, mixed>>} $log */
        $log = $this->control('GET', '/log');

        return $log['requests'];
    }

    /** @return array<string, int> connections, requests, and more of some servers */
    public function counts(): array
    {
        /** @var array{counts: array<string, int>} $log */
        $log = $this->control('GET', '/log');

        return $log['counts'];
    }

    /** Clears its log. */
    public function reset(): void
    {
        $this->control('POST', '/reset');
    }

    protected function control(string $method, string $path, mixed $value = null): mixed
    {
        return Http::json($method, $this->info('control') . $path, $value);
    }
}
