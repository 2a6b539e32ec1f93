<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Cli\StartFailure;

/**
 * Two directories: one for a single run (configuration, sockets, logs), which
 * is always removed, and one for the state, which --data keeps.
 */
final readonly class Workspace
{
    private const LOCK = 'sandbox.lock';
    /** How long the servers of a sandbox that was killed may hold its lock. */
    private const PATIENCE_SECONDS = 10.0;

    public string $run;
    public string $state;
    /** The open lock file; null without --data. */
    private mixed $lock;

    public function __construct(?string $data)
    {
        $this->run = self::temporary();
        Guard::watchDirectory($this->run);
        $this->state = $data === null ? $this->run : self::existing($data);
        $this->lock = $data === null ? null : self::lock($this->state);
    }

    /**
     * Two sandboxes with one folder would both send each callback.
     *
     * @return resource held until the process ends
     */
    private static function lock(string $directory)
    {
        $file = $directory . '/' . self::LOCK;
        // "e": no server may inherit it, as it can outlive this process.
        $lock = @fopen($file, 'c+e');
        if ($lock === false) {
            throw new StartFailure("Cannot write $file");
        }
        $deadline = microtime(true) + self::PATIENCE_SECONDS;
        // A file system without locks does not say that the lock is another's.
        while (!flock($lock, LOCK_EX | LOCK_NB, $isTaken) && $isTaken === 1) {
            rewind($lock);
            $holder = (int) stream_get_contents($lock);
            if (self::isRunning($holder) || microtime(true) >= $deadline) {
                throw new StartFailure("Another sandbox has the folder $directory: process $holder. Stop it, or choose"
                    . ' another --data');
            }
            usleep(20_000);
        }
        ftruncate($lock, 0);
        fwrite($lock, (string) getmypid());
        fflush($lock);

        return $lock;
    }

    private static function isRunning(int $pid): bool
    {
        // A process of another user cannot be signalled, but it is there.
        return $pid > 0 && (posix_kill($pid, 0) || posix_get_last_error() === PCNTL_EPERM);
    }

    public function runFile(string $name): string
    {
        return $this->run . '/' . $name;
    }

    public function stateFile(string $name): string
    {
        return $this->state . '/' . $name;
    }

    /** Whether the state is kept, which --data asks for. */
    public function isKept(): bool
    {
        return $this->state !== $this->run;
    }

    /** What the developer's page needs from elsewhere. It stays the same as long as the state is kept. */
    public function developerToken(): string
    {
        $file = $this->stateFile('developer-token');
        $token = is_file($file) ? trim((string) file_get_contents($file)) : '';
        if (preg_match('/^[0-9a-f]{32}$/D', $token) !== 1) {
            $token = bin2hex(random_bytes(16));
            @touch($file) && chmod($file, 0600);
            self::write($file, $token . "\n");
        }

        return $token;
    }

    /** Creates the file for recorded traffic, for this user alone, and returns the absolute path for the workers. */
    public static function trafficFile(string $file): string
    {
        if ($file === '') {
            return '';
        }
        $isNew = !file_exists($file);
        if (!@touch($file) || ($isNew && !chmod($file, 0600)) || !is_writable($file)) {
            throw new StartFailure("Cannot write the traffic to $file");
        }

        return (string) realpath($file);
    }

    /** Writes a file that the sandbox needs for its start. */
    public static function write(string $file, string $content): void
    {
        if (@file_put_contents($file, $content) !== strlen($content)) {
            throw new StartFailure("Cannot write $file: " . (error_get_last()['message'] ?? ''));
        }
    }

    public function close(): void
    {
        self::remove($this->run);
        if (is_resource($this->lock)) {
            fclose($this->lock);
        }
    }

    /**
     * Updates the access times of the run's files, as cleaners of /tmp remove files that were not used for some days.
     * Modification times stay the same: clients recognise a new CA file by its time.
     */
    public function keep(): void
    {
        self::touch($this->run);
    }

    private static function touch(string $path): void
    {
        is_link($path) || @touch($path, (int) @filemtime($path), time());
        foreach (is_dir($path) && !is_link($path) ? array_diff((array) scandir($path), ['.', '..']) : [] as $name) {
            self::touch($path . '/' . $name);
        }
    }

    public static function remove(string $directory): void
    {
        if (!is_dir($directory) || is_link($directory)) {
            return;
        }
        foreach (array_diff((array) scandir($directory), ['.', '..']) as $name) {
            $path = $directory . '/' . $name;
            if (is_dir($path) && !is_link($path)) {
                self::remove($path);
            } else {
                @unlink($path);
            }
        }
        @rmdir($directory);
    }

    private static function temporary(): string
    {
        // nginx takes a relative path for one below its own folder.
        $temporary = (string) realpath(sys_get_temp_dir());
        if ($temporary === '') {
            throw new StartFailure('There is no folder ' . sys_get_temp_dir() . ' for temporary files: see TMPDIR');
        }
        // The path of a Unix socket is limited to 107 bytes, so a long TMPDIR is not usable.
        $parent = strlen($temporary) < 60 ? $temporary : '/tmp';
        $directory = $parent . '/aurpay-sandbox-' . bin2hex(random_bytes(6));
        if (!@mkdir($directory, 0700)) {
            throw new StartFailure("Cannot create a directory in $parent");
        }

        return $directory;
    }

    public static function existing(string $data): string
    {
        if (!is_dir($data) && !@mkdir($data, 0700, true)) {
            throw new StartFailure("Cannot create the directory $data");
        }
        $path = realpath($data);
        if ($path === false || !is_writable($path)) {
            throw new StartFailure("Cannot write to the directory $data");
        }

        return $path;
    }
}
