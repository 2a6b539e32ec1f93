<?php

/*
 * What this process's connections have come to, by the kernel's table (Linux): a test waits for that, and not for a time.
 */

declare(strict_types=1);

namespace AurpayTest;

const TCP_ESTABLISHED = '01';

/** @return list<array{state: string, unread: int}> our ends of connections over IPv4 to that port; `unread` in bytes */
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
 * Waits until the connections to that port are as they should be; says so when they do not become it.
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

/** Waits until this process has learned that the server ended the connections. */
function wait_for_end(int $port): void
{
    tcp_wait($port, 'the server did not end it', static fn (array $connections): bool
        => !in_array(TCP_ESTABLISHED, array_column($connections, 'state'), true));
}

/** Waits until something waits to be read on each connection that is still there. */
function wait_for_unread(int $port): void
{
    tcp_wait($port, 'nothing waits to be read', static function (array $connections): bool {
        foreach ($connections as $connection) {
            if ($connection['state'] === TCP_ESTABLISHED && $connection['unread'] === 0) {
                return false;
            }
        }

        return true;
    });
}
