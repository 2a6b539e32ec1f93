<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Net;

/**
 * Finds the process that listens on a port, on Linux and as far as this user may see it.
 */
final class PortHolder
{
    private const LISTENING = '0A';

    /** Such as "nginx (process 4711)"; an empty string if it is not known. */
    public static function of(int $port): string
    {
        $holders = self::holders(self::sockets($port));
        // Children may have inherited the socket, such as the sandbox that asks.
        foreach ($holders as $process => $parent) {
            if (!isset($holders[$parent])) {
                return sprintf('%s (process %d)', self::printable(@file_get_contents("/proc/$process/comm")), $process);
            }
        }

        return '';
    }

    /**
     * @param list<string> $sockets
     *
     * @return array<int, int> processes that have one of the sockets, and their parents
     */
    private static function holders(array $sockets): array
    {
        $holders = [];
        foreach ($sockets === [] ? [] : (glob('/proc/[0-9]*/fd/*', GLOB_NOSORT) ?: []) as $link) {
            $process = (int) substr($link, 6);
            if (!isset($holders[$process]) && in_array(@readlink($link), $sockets, true)) {
                $status = (string) @file_get_contents("/proc/$process/status");
                $holders[$process] = preg_match('/^PPid:\s*([0-9]+)/m', $status, $match) === 1 ? (int) $match[1] : 0;
            }
        }

        return $holders;
    }

    /**
     * @return list<string> as the links in /proc/PID/fd name them
     */
    private static function sockets(int $port): array
    {
        $found = [];
        $end = sprintf(':%04X', $port);
        foreach (['/proc/net/tcp', '/proc/net/tcp6'] as $file) {
            foreach (is_readable($file) ? (@file($file, FILE_IGNORE_NEW_LINES) ?: []) : [] as $line) {
                $columns = preg_split('/\s+/', trim($line)) ?: [];
                if (count($columns) > 9 && $columns[3] === self::LISTENING && str_ends_with($columns[1], $end)) {
                    $found[] = "socket:[$columns[9]]";
                }
            }
        }

        return $found;
    }

    private static function printable(string|false $text): string
    {
        return (string) preg_replace('/[^\x20-\x7e]/', '', (string) $text);
    }
}
