<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A process that runs beside the test. It is killed with this object. */
final class Process
{
    private ?Result $result = null;

    /**
     * @param resource $process
     * @param resource $output
     * @param resource $errors
     * @param resource $lifeline its standard input: a server ends when it is closed
     */
    private function __construct(private $process, private $output, private $errors, private $lifeline) {}

    public function __destruct()
    {
        $this->kill();
    }

    /**
     * @param list<string> $command
     * @param string|null  $input its whole standard input; null keeps it open for as long as this object lives
     */
    public static function start(array $command, ?string $input = null): self
    {
        [$output, $errors] = [self::temporary(), self::temporary()];
        $process = proc_open($command, [['pipe', 'r'], $output, $errors], $pipes);
        if ($process === false) {
            throw new \RuntimeException("Cannot run {$command[0]}");
        }
        if ($input !== null) {
            fwrite($pipes[0], $input);
            fclose($pipes[0]);
        }

        return new self($process, $output, $errors, $pipes[0]);
    }

    /** @phpstan-impure */
    public function isRunning(): bool
    {
        if ($this->result === null) {
            $seen = proc_get_status($this->process);
            $seen['running'] || $this->finish($seen['signaled'] ? 128 + $seen['termsig'] : $seen['exitcode']);
        }

        return $this->result === null;
    }

    /** Waits for its end. */
    public function wait(float $seconds = 180): Result
    {
        $deadline = microtime(true) + $seconds;
        while ($this->isRunning()) {
            if (microtime(true) > $deadline) {
                $this->kill();
                throw new \RuntimeException("A process did not end within $seconds seconds: " . $this->said());
            }
            usleep(5_000);
        }

        return $this->result ?? throw new \LogicException('It has no result');
    }

    /** Kills it and everything that it has started. */
    public function kill(): Result
    {
        if ($this->isRunning()) {
            proc_terminate($this->process, 9);
            while ($this->isRunning()) {
                usleep(2_000);
            }
        }

        return $this->result ?? throw new \LogicException('It has no result');
    }

    /** What it has written so far. */
    public function said(): string
    {
        return self::contents($this->errors) . self::contents($this->output);
    }

    private function finish(int $status): void
    {
        is_resource($this->lifeline) && fclose($this->lifeline);
        proc_close($this->process);
        $this->result = new Result($status, self::contents($this->output), self::contents($this->errors));
    }

    /**
     * @return resource
     */
    private static function temporary()
    {
        $file = tmpfile();

        return $file !== false ? $file : throw new \RuntimeException('Cannot create a temporary file');
    }

    /**
     * @param resource $file
     */
    private static function contents($file): string
    {
        // PHP does not know how far the process has moved the file's position.
        fseek($file, 0, SEEK_END);
        rewind($file);

        return (string) stream_get_contents($file);
    }
}
