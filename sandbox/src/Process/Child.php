<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

/**
 * A program in a process group of its own, so that it can be stopped together
 * with whatever it has forked.
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
     * @param non-empty-list<string> $command   absolute program, arguments
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

    /** Ends it at once, with its workers, which may have outlived it. */
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
        // The group outlives its leader if the leader dies and its workers do not.
        posix_kill(-$this->pid, $signal);
    }

    /** The last lines it wrote. */
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
        // Here and not in the parent: the pipe cannot end before the guard knows of this group.
        Guard::watch(posix_getpid());
        Guard::release();
        // Closing these three frees the descriptors 0, 1 and 2, and opening
        // takes the lowest free one: nothing of the caller's is inherited.
        fclose(STDIN);
        fclose(STDOUT);
        fclose(STDERR);
        $keep = [fopen('/dev/null', 'r'), fopen($logFile, 'a'), fopen($logFile, 'a')];
        pcntl_sigprocmask(SIG_SETMASK, []);
        pcntl_exec($command[0], array_slice($command, 1), $variables + getenv());

        // Not exit(): destructors and shutdown functions are the parent's.
        unset($keep);
        posix_kill(posix_getpid(), SIGKILL);
        exit(127);
    }
}
