<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * A sandbox for a test suite, in a process of its own. It ends with stop(),
 * with this object, or with the test process, even if that is killed.
 */
final class Server extends RemoteSandbox
{
    /** The sandbox has time limits of its own. This is for one that hangs. */
    private const START_SECONDS = 120;
    private const STOP_SECONDS = 30;
    private const RESERVED = ['json', 'exit-on-stdin-close', 'help'];

    /** @var resource|null */
    private $process;
    private readonly int $owner;

    /**
     * @param resource                $process
     * @param array<int, resource>    $pipes
     * @param array<array-key, mixed> $details
     */
    private function __construct($process, private array $pipes, array $details)
    {
        parent::__construct($details);
        $this->process = $process;
        $this->owner = (int) getmypid();
    }

    /** Two objects would stop one sandbox. */
    private function __clone() {}

    public function __destruct()
    {
        $this->stop();
    }

    /**
     * Starts a sandbox and waits until it answers.
     *
     * @param array<string, bool|int|string|list<string>> $options the sandbox's own, without dashes: ['tls' => true,
     *                                                             'data' => $folder, 'name' => ['a.test', 'b.test']]
     * @param string|null                                 $php     the program; null for the one that runs this
     *
     * @throws \RuntimeException with the sandbox's words, if it does not start
     */
    public static function start(array $options = [], ?string $php = null): self
    {
        $php ??= PHP_SAPI === 'cli' ? PHP_BINARY : PHP_BINDIR . '/php';
        $command = [$php, dirname(__DIR__) . '/bin/sandbox', '--json', '--exit-on-stdin-close', ...self::arguments($options)];
        $words = tmpfile();
        if ($words === false) {
            throw new \RuntimeException('Cannot create a temporary file');
        }
        $process = @proc_open($command, [['pipe', 'r'], ['pipe', 'w'], $words], $pipes);
        if ($process === false) {
            throw new \RuntimeException("Cannot run $php");
        }
        $details = json_decode(self::firstLine($pipes[1]), true);
        if (is_array($details)) {
            return new self($process, $pipes, $details);
        }
        self::end($process, $pipes);
        rewind($words);
        $said = trim((string) stream_get_contents($words));

        throw new \RuntimeException('The sandbox did not start: ' . ($said === '' ? 'it said nothing' : $said));
    }

    /** Stops the sandbox and waits for its end. A second call does nothing. */
    public function stop(): void
    {
        $process = $this->process;
        $this->process = null;
        // A process that was forked from the test has a copy of this object, and the sandbox is not its own.
        if ($process !== null && getmypid() === $this->owner) {
            self::end($process, $this->pipes);
        }
    }

    /**
     * @param array<array-key, mixed> $options
     *
     * @return list<string>
     */
    private static function arguments(array $options): array
    {
        $arguments = [];
        foreach ($options as $name => $value) {
            if (!is_string($name)) {
                throw new \InvalidArgumentException(sprintf(
                    'Options have names: [\'%s\' => true]',
                    is_string($value) ? $value : 'tls',
                ));
            }
            if (in_array($name, self::RESERVED, true)) {
                throw new \InvalidArgumentException("The option $name is not for tests");
            }
            // An option can be repeated.
            foreach (is_array($value) ? $value : [$value] as $one) {
                if (!is_bool($one) && !is_int($one) && !is_string($one)) {
                    throw new \InvalidArgumentException("The option $name cannot be " . get_debug_type($one));
                }
                if ($one !== false) {
                    $arguments[] = "--$name" . ($one === true ? '' : "=$one");
                }
            }
        }

        return $arguments;
    }

    /**
     * The first line, or what came of it until the end or the time limit.
     *
     * @param resource $output
     */
    private static function firstLine($output): string
    {
        $deadline = microtime(true) + self::START_SECONDS;
        $line = '';
        stream_set_blocking($output, false);
        while (!str_contains($line, "\n") && !feof($output) && microtime(true) < $deadline) {
            [$read, $none] = [[$output], null];
            @stream_select($read, $none, $none, 1);
            $line .= (string) fread($output, 8192);
        }

        return $line;
    }

    /**
     * @param resource             $process
     * @param array<int, resource> $pipes
     */
    private static function end($process, array $pipes): void
    {
        fclose($pipes[0]);
        // A process that was forked from the test may hold the other end of its standard input.
        proc_terminate($process);
        $deadline = microtime(true) + self::STOP_SECONDS;
        while (!feof($pipes[1]) && microtime(true) < $deadline) {
            [$read, $none] = [[$pipes[1]], null];
            @stream_select($read, $none, $none, 1);
            fread($pipes[1], 8192);
        }
        if (!feof($pipes[1])) {
            // The sandbox's guard cleans up after it.
            proc_terminate($process, 9);
        }
        fclose($pipes[1]);
        proc_close($process);
    }
}
