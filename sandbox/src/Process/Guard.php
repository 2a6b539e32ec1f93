<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

/**
 * Cleans up even if the supervisor is killed with SIGKILL.
 *
 * The guard is a process that reads from a pipe which processes were started.
 * It stops them all when the pipe ends, and for no other reason.
 */
final class Guard
{
    /** @var resource|null the supervisor's end of the pipe */
    private static $pipe = null;

    public static function start(): void
    {
        $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        if ($pair === false) {
            throw new \RuntimeException('Cannot create a pipe');
        }
        $pid = pcntl_fork();
        if ($pid === 0) {
            fclose($pair[0]);
            self::stand($pair[1]);
        }
        fclose($pair[1]);
        self::$pipe = $pair[0];
    }

    /** Makes the guard kill a process group at the end. */
    public static function watch(int $group): void
    {
        self::tell("group $group");
    }

    /** Undoes watch() when the group is gone: another process group may get its number later. */
    public static function forget(int $group): void
    {
        self::tell("gone $group");
    }

    /** Makes the guard remove a directory at the end. */
    public static function watchDirectory(string $directory): void
    {
        self::tell("directory $directory");
    }

    /** Closes the pipe in a child, which must not keep it open. */
    public static function release(): void
    {
        if (self::$pipe !== null) {
            fclose(self::$pipe);
            self::$pipe = null;
        }
    }

    private static function tell(string $line): void
    {
        if (self::$pipe !== null) {
            fwrite(self::$pipe, $line . "\n");
        }
    }

    /**
     * @param resource $pipe
     */
    private static function stand($pipe): never
    {
        posix_setsid();
        pcntl_async_signals(true);
        foreach ([SIGINT, SIGTERM, SIGHUP, SIGPIPE] as $signal) {
            pcntl_signal($signal, SIG_IGN);
        }
        fclose(STDIN);
        fclose(STDOUT);
        [$groups, $directories] = [[], []];
        foreach (self::hear($pipe) as $line) {
            [$kind, $value] = explode(' ', $line, 2) + [1 => ''];
            match ($kind) {
                'group' => $groups[$value] = (int) $value,
                'gone' => $groups = array_diff($groups, [(int) $value]),
                default => $directories[] = $value,
            };
        }
        foreach ($groups as $group) {
            posix_kill(-$group, SIGKILL);
        }
        array_map(Workspace::remove(...), $directories);
        exit(0);
    }

    /**
     * Reads lines until the pipe ends. A read that returns nothing is not the
     * end: default_socket_timeout or a signal can also cause it.
     *
     * @param resource $pipe
     *
     * @return list<string>
     */
    private static function hear($pipe): array
    {
        stream_set_blocking($pipe, false);
        $told = '';
        while (!feof($pipe)) {
            [$read, $none] = [[$pipe], null];
            @stream_select($read, $none, $none, null);
            $told .= (string) fread($pipe, 8192);
        }

        // Drop the text after the last line break: it is an incomplete line.
        return array_slice(explode("\n", $told), 0, -1);
    }
}
