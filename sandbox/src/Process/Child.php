<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

/**
 * A program in its own process group, so that it can be stopped together with
 * the processes that it has forked.
 */
final class Child
{
    private bool $running = true;

    private function __construct(
        public readonly string $name,
        public readonly int $pid,
        private readonly string $logFile,
    ) {}

    /**
     * @param non-empty-list<string> $command   the program's absolute path, and its arguments
     * @param array<string, string>  $variables added to the environment
     */
    public static function start(string $name, array $command, array $variables, string $logFile): self
    {
        $pid = pcntl_fork();
        if ($pid === 0) {
            self::become($command, $variables, $logFile);
        }
        if ($pid < 0) {
            throw new \RuntimeException('Cannot fork');
        }

        return new self($name, $pid, $logFile);
    }

    public function isRunning(): bool
    {
        if ($this->running && pcntl_waitpid($this->pid, $status, WNOHANG) !== 0) {
            $this->running = false;
        }

        return $this->running;
    }

    /** Kills the program at once, and its workers, which may have outlived it. */
    public function kill(): void
    {
        $this->signal(SIGKILL);
        while ($this->isRunning()) {
            usleep(5_000);
        }
        Guard::forget($this->pid);
    }

    public function signal(int $signal): void
    {
        // Workers may still run although their leader is dead, so signal the whole group.
        posix_kill(-$this->pid, $signal);
    }

    /** The last lines that the program wrote. */
    public function lastWords(): string
    {
        $lines = is_file($this->logFile) ? file($this->logFile, FILE_IGNORE_NEW_LINES) : false;

        return $lines === false ? '' : implode("\n", array_slice($lines, -8));
    }

    /**
     * @param non-empty-list<string> $command
     * @param array<string, string>  $variables
     */
    private static function become(array $command, array $variables, string $logFile): never
    {
        posix_setsid();
        // Tell the guard here, not in the parent: then it knows of this group before the pipe can end.
        Guard::watch(posix_getpid());
        Guard::release();
        // Closing these frees the descriptors 0, 1 and 2, and opening a file
        // takes the lowest free one. So the caller's are not inherited.
        fclose(STDIN);
        fclose(STDOUT);
        fclose(STDERR);
        $keep = [fopen('/dev/null', 'r'), fopen($logFile, 'a'), fopen($logFile, 'a')];
        pcntl_sigprocmask(SIG_SETMASK, []);
        pcntl_exec($command[0], array_slice($command, 1), $variables + getenv());

        // Do not call exit(): it would run the parent's destructors and shutdown functions.
        unset($keep);
        posix_kill(posix_getpid(), SIGKILL);
        exit(127);
    }
}
