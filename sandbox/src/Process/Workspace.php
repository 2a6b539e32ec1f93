<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Cli\StartFailure;

/**
 * Two directories: one for what a run needs (configuration, sockets, logs),
 * always removed, and one for the state, which --data keeps.
 */
final readonly class Workspace
{
    public string $run;
    public string $state;

    public function __construct(?string $data)
    {
        $this->run = self::temporary();
        Guard::watchDirectory($this->run);
        $this->state = $data === null ? $this->run : self::existing($data);
    }

    public function runFile(string $name): string
    {
        return $this->run . '/' . $name;
    }

    public function stateFile(string $name): string
    {
        return $this->state . '/' . $name;
    }

    /** Makes the file for recorded traffic, for this user alone; the workers need its absolute path. */
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

    public function close(): void
    {
        self::remove($this->run);
    }

    /**
     * Says that the files of the run are in use: /tmp's cleaners remove what was neither read nor changed for some days.
     * The times of modification stay: by that of the CA file, clients see whether it is still the same.
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
        // A Unix socket's path may have 107 bytes; a deep TMPDIR does not fit.
        $parent = strlen(sys_get_temp_dir()) < 60 ? sys_get_temp_dir() : '/tmp';
        $directory = $parent . '/aurpay-sandbox-' . bin2hex(random_bytes(6));
        if (!@mkdir($directory, 0700)) {
            throw new StartFailure("Cannot make a directory in $parent");
        }

        return $directory;
    }

    private static function existing(string $data): string
    {
        if (!is_dir($data) && !@mkdir($data, 0700, true)) {
            throw new StartFailure("Cannot make the directory $data");
        }
        $path = realpath($data);
        if ($path === false || !is_writable($path)) {
            throw new StartFailure("Cannot write to the directory $data");
        }

        return $path;
    }
}
