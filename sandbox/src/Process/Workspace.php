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
            touch($file);
            chmod($file, 0600);
            file_put_contents($file, $token . "\n");
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

    public function close(): void
    {
        self::remove($this->run);
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
        // The path of a Unix socket is limited to 107 bytes, so a long TMPDIR is not usable.
        $parent = strlen(sys_get_temp_dir()) < 60 ? sys_get_temp_dir() : '/tmp';
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
