<?php

declare(strict_types=1);

namespace AurpayTest;

/**
 * A helper program that prints a line of JSON when it is ready and exits when its stdin is closed.
 *
 * The pipe to its stdin ties its life to the test's: however the test ends, the kernel
 * closes the pipe.
 */
final class Child
{
    /** The slowest case is an interpreter that starts under valgrind. */
    private const START_SECONDS = 60.0;
    private const STOP_SECONDS = 60.0;
    private const SIGKILL = 9;

    /** @var array<mixed> its line of JSON */
    public readonly array $info;

    /** @var resource|null */
    private $process;

    /** @var resource */
    private $stdin;

    /** @var resource */
    private $stdout;

    /** @var resource */
    private $errors;

    private readonly int $owner;

    /** @param list<string> $command */
    public function __construct(private readonly array $command)
    {
        [$this->errors, $errorsOfChild] = self::errorFile();
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], $errorsOfChild], $pipes);
        if ($process === false) {
            throw new \RuntimeException("cannot start {$command[0]}");
        }
        [$this->process, $this->stdin, $this->stdout] = [$process, $pipes[0], $pipes[1]];
        $this->owner = (int) getmypid();
        $info = $this->readLine();
        if (is_string($info['unsupported'] ?? null)) {
            $this->stop();
            throw new Unsupported($info['unsupported']);
        }
        $this->info = $info;
    }

    public static function python(string $script, string ...$arguments): self
    {
        $python = getenv('AURPAY_TOOLS_PYTHON') ?: 'python3';
        // No __pycache__ beside the sources, and no folders that depend on the user who runs the tests.
        return new self([$python, '-B', dirname(__DIR__) . '/' . $script, ...array_values($arguments)]);
    }

    public static function php(string $script, string ...$arguments): self
    {
        return new self([self::toolsPhp(), $script, ...array_values($arguments)]);
    }

    /** A PHP with the usual extensions, because the PHP under test may have none. */
    public static function toolsPhp(): string
    {
        return getenv('AURPAY_TOOLS_PHP') ?: 'php';
    }

    public function __destruct()
    {
        $this->stop();
    }

    /**
     * Writes a line to its stdin and returns the line of JSON that it answers.
     *
     * @return array<mixed>
     */
    public function ask(string $line): array
    {
        fwrite($this->stdin, $line . "\n");

        return $this->readLine();
    }

    /** Its output on stderr so far. */
    public function errors(): string
    {
        rewind($this->errors);

        return (string) stream_get_contents($this->errors);
    }

    /** Closes its stdin and waits until it is gone. */
    public function stop(): void
    {
        // After a fork the object in the forked process must not stop the child.
        if ($this->process === null || $this->owner !== getmypid()) {
            return;
        }
        $process = $this->process;
        $this->process = null;
        fclose($this->stdin);
        if (!self::waitForExit($process)) {
            proc_terminate($process, self::SIGKILL);
        }
        fclose($this->stdout);
        proc_close($process);
        // Shown in the test's output, so that an error in a server fails the test.
        echo $this->errors();
    }

    /** @param resource $process */
    private static function waitForExit($process): bool
    {
        $deadline = microtime(true) + self::STOP_SECONDS;
        while (proc_get_status($process)['running']) {
            if (microtime(true) > $deadline) {
                return false;
            }
            usleep(2000);
        }

        return true;
    }

    /** @return array<mixed> */
    private function readLine(): array
    {
        $deadline = microtime(true) + self::START_SECONDS;
        $line = '';
        stream_set_blocking($this->stdout, false);
        while (!str_ends_with($line, "\n")) {
            $left = $deadline - microtime(true);
            [$read, $write, $except] = [[$this->stdout], null, null];
            // A signal that a test sends to itself ends the wait early, with a warning.
            @stream_select($read, $write, $except, 0, (int) max(0, min($left, 0.5) * 1e6));
            $line .= fgets($this->stdout);
            if ($left < 0 || (feof($this->stdout) && !str_ends_with($line, "\n"))) {
                $this->fail($left < 0 ? 'did not answer in time' : 'ended early');
            }
        }
        $answer = json_decode($line, true);

        return is_array($answer) ? $answer : $this->fail("answered {$line}");
    }

    private function fail(string $what): never
    {
        throw new \RuntimeException(implode(' ', $this->command) . " {$what}\n" . $this->errors());
    }

    /**
     * A file, because a pipe that nobody reads would fill up and block the child; without a name, so that a
     * test that is killed leaves nothing behind.
     *
     * @return array{resource, resource} to read from and to write to
     */
    private static function errorFile(): array
    {
        $file = (string) tempnam(sys_get_temp_dir(), 'aurpay-test-');
        [$write, $read] = [fopen($file, 'a'), fopen($file, 'r')];
        unlink($file);
        if ($write === false || $read === false) {
            throw new \RuntimeException('cannot make a temporary file');
        }

        return [$read, $write];
    }
}
