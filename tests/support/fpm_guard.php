<?php

/*
 * Runs php-fpm for a test and stops it when stdin is closed, because php-fpm itself would outlive a test
 * that is killed. A line "reload" on stdin reloads it; the answer to each line is a line of JSON.
 */

declare(strict_types=1);

namespace AurpayTest;

final class FpmGuard
{
    // Numbers, because pcntl, which has the names, may be missing.
    private const SIGQUIT = 3;
    private const SIGKILL = 9;
    private const SIGUSR2 = PHP_OS_FAMILY === 'Linux' ? 12 : 31;
    private const SECONDS = 30.0;

    private readonly string $folder;

    /** @var resource */
    private $process;

    /**
     * @param non-empty-list<string> $command
     * @param array<string, string|int> $pool
     */
    public function __construct(array $command, private readonly ?string $root, array $pool)
    {
        $this->folder = self::makeFolder();
        mkdir("{$this->folder}/www");
        // The owner of a new file is the effective user; posix may be missing.
        $isRoot = fileowner("{$this->folder}/www") === 0;
        file_put_contents("{$this->folder}/fpm.conf", $this->configuration($isRoot, $pool));
        array_push($command, '-y', "{$this->folder}/fpm.conf", '-p', $this->folder, '-F');
        if ($isRoot) {
            $command[] = '-R';
        }
        // php-fpm leaves this process's group, so a signal to the group would not end it when this process is killed.
        if (is_executable('/usr/bin/setpriv')) {
            array_unshift($command, '/usr/bin/setpriv', '--pdeathsig', 'TERM');
        }
        $streams = [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', $this->path('stderr'), 'w']];
        $process = proc_open($command, $streams, $pipes);
        if ($process === false) {
            throw new \RuntimeException("cannot start {$command[0]}");
        }
        $this->process = $process;
        $this->waitForReady(1);
    }

    public function run(): void
    {
        self::say([
            'socket' => $this->path('fpm.sock'),
            'root' => $this->root ?? $this->path('www'),
            'log' => $this->path('fpm.log'),
        ]);
        $reloads = 0;
        while (($line = fgets(STDIN)) !== false) {
            if (trim($line) === 'reload') {
                proc_terminate($this->process, self::SIGUSR2);
                $reloads++;
            } else {
                $this->waitForReady(1 + $reloads);
            }
            self::say(['reloads' => $reloads]);
        }
    }

    public function stop(): void
    {
        // Unlike SIGTERM this lets workers shut their modules down.
        proc_terminate($this->process, self::SIGQUIT);
        $deadline = microtime(true) + self::SECONDS;
        while (proc_get_status($this->process)['running']) {
            if (microtime(true) > $deadline) {
                fwrite(STDERR, "php-fpm did not stop\n");
                proc_terminate($this->process, self::SIGKILL);
            }
            usleep(2000);
        }
        $this->showTrouble();
        self::removeFolder($this->folder);
    }

    /** @param array<string, string|int> $pool */
    private function configuration(bool $isRoot, array $pool): string
    {
        $pool += ['listen' => $this->path('fpm.sock'), 'clear_env' => 'no', 'catch_workers_output' => 'yes'];
        if ($isRoot) {
            $pool += ['user' => 'root'];
        }
        $lines = ['[global]', "error_log = {$this->path('fpm.log')}", 'process_control_timeout = 5s', '[aurpay]'];
        foreach ($pool as $name => $value) {
            $lines[] = "{$name} = {$value}";
        }

        return implode("\n", $lines) . "\n";
    }

    /** Waits until the log says that many times that php-fpm is ready. */
    private function waitForReady(int $times): void
    {
        $deadline = microtime(true) + self::SECONDS;
        while (substr_count($this->read('fpm.log'), 'ready to handle connections') < $times) {
            if (!proc_get_status($this->process)['running'] || microtime(true) > $deadline) {
                $errors = $this->read('stderr') . $this->read('fpm.log');
                proc_terminate($this->process, self::SIGKILL);
                self::removeFolder($this->folder);
                throw new \RuntimeException("php-fpm did not become ready: {$errors}");
            }
            usleep(5000);
        }
    }

    /** Crashes of workers, and their output on stderr: the leaks that a debug build or a sanitizer reports. */
    private function showTrouble(): void
    {
        $trouble = '~^.*(?:exited on signal|exited with code [1-9]|said into stderr).*$~m';
        preg_match_all($trouble, $this->read('fpm.log'), $lines);
        foreach ($lines[0] as $line) {
            fwrite(STDERR, $line . "\n");
        }
    }

    private function path(string $name): string
    {
        return "{$this->folder}/{$name}";
    }

    private function read(string $name): string
    {
        return is_file($this->path($name)) ? (string) file_get_contents($this->path($name)) : '';
    }

    /** @param array<string, string|int> $value */
    private static function say(array $value): void
    {
        echo json_encode($value, JSON_THROW_ON_ERROR), "\n";
    }

    private static function makeFolder(): string
    {
        // Short: the path of a unix socket has room for about 100 bytes.
        $folder = sys_get_temp_dir() . '/aurpay-fpm-' . bin2hex(random_bytes(4));
        if (!mkdir($folder, 0o700)) {
            throw new \RuntimeException("cannot make {$folder}");
        }

        return $folder;
    }

    private static function removeFolder(string $folder): void
    {
        foreach (new \FilesystemIterator($folder) as $entry) {
            $path = $folder . '/' . basename((string) $entry);
            is_dir($path) && !is_link($path) ? self::removeFolder($path) : unlink($path);
        }
        rmdir($folder);
    }
}

// Ctrl-C reaches the test, this process and php-fpm at once. This process removes the folder, so it ignores the signal.
if (function_exists('pcntl_signal')) {
    foreach ([SIGHUP, SIGINT, SIGTERM] as $signal) {
        pcntl_signal($signal, SIG_IGN);
    }
}
/** @var array{command: non-empty-list<string>, root: ?string, pool: array<string, string|int>} $setup */
$setup = json_decode($argv[1] ?? '', true, 512, JSON_THROW_ON_ERROR);
$guard = new FpmGuard($setup['command'], $setup['root'], $setup['pool']);
$guard->run();
$guard->stop();
