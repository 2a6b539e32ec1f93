<?php

declare(strict_types=1);

namespace AurpayTest;

/** A real nginx with TLS, on 127.0.0.1 and [::1]: over HTTP/2, or with '--http1'. */
final class Nginx extends Server
{
    public static function start(string ...$options): static
    {
        return new static(Child::python('nginx.py', ...$options));
    }

    /** The pin of this server, for libcurl. */
    public function pin(): string
    {
        return $this->info('pin');
    }

    /**
     * Returns its access log as soon as that many requests are in it.
     *
     * @return list<array{connection: int, protocol: string, method: string, target: string, status: int}>
     */
    public function log(int $atLeast): array
    {
        /** @var array{requests: list<array{connection: int, protocol: string, method: string, target: string, status: int}>} $answer */
        $answer = $this->child->ask((string) $atLeast);

        return $answer['requests'];
    }

    /** Prints how many requests came, over which protocol, and on how many connections besides the `$own` ones. */
    public function report(int $requests, int $own = 0): void
    {
        $log = $this->log($requests);
        echo 'nginx: ', count($log), ' requests on ', count(array_unique(array_column($log, 'connection'))) - $own,
        ' connections, ', implode(' and ', array_unique(array_column($log, 'protocol'))), "\n";
    }
}
