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
        $sockets = self::sockets($port);
        $processes = $sockets === [] ? [] : (glob('/proc/[0-9]*') ?: []);
        // The oldest first: its children may have inherited the socket.
        natsort($processes);
        foreach ($processes as $process) {
            foreach (glob("$process/fd/*", GLOB_NOSORT) ?: [] as $link) {
                if (in_array(@readlink($link), $sockets, true)) {
                    $name = self::printable(@file_get_contents("$process/comm"));

                    return sprintf('%s (process %d)', $name, basename($process));
                }
            }
        }

        return '';
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
