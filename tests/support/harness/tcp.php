<?php

/*
 * The state of this process's connections, from Linux's table: a test waits for a state and not for a time.
 */

declare(strict_types=1);

namespace AurpayTest;

const TCP_ESTABLISHED = '01';

/** @return list<array{state: string, unread: int}> our sides of IPv4 connections to that port; `unread` in bytes */
function tcp_connections_to(int $port): array
{
    $remote = sprintf(':%04X', $port);
    $connections = [];
    foreach (array_slice((array) file('/proc/self/net/tcp'), 1) as $line) {
        $columns = (array) preg_split('~\s+~', trim((string) $line));
        if (str_ends_with((string) $columns[2], $remote)) {
            [, $unread] = explode(':', (string) $columns[4]);
            $connections[] = ['state' => (string) $columns[3], 'unread' => (int) hexdec($unread)];
        }
    }

    return $connections;
}

/**
 * Waits until the connections to that port have reached a state; prints `$otherwise` when they do not.
 *
 * @param \Closure(list<array{state: string, unread: int}>): bool $isReached
 */
function tcp_wait(int $port, string $otherwise, \Closure $isReached): void
{
    for ($i = 0; $i < 2000; $i++) {
        if ($isReached(tcp_connections_to($port))) {
            return;
        }
        usleep(5000);
    }
    echo "{$otherwise}\n";
}

/** Waits until this process has noticed that the server ended the connections. */
function wait_for_end(int $port): void
{
    tcp_wait($port, 'the server did not end the connection', static fn (array $connections): bool
        => !in_array(TCP_ESTABLISHED, array_column($connections, 'state'), true));
}

/** Waits until each connection that is still open has bytes to read. */
function wait_for_unread(int $port): void
{
    tcp_wait($port, 'a connection has no bytes to read', static function (array $connections): bool {
        foreach ($connections as $connection) {
            if ($connection['state'] === TCP_ESTABLISHED && $connection['unread'] === 0) {
                return false;
            }
        }

        return true;
    });
}
