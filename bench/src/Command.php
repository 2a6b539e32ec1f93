<?php

declare(strict_types=1);

namespace AurpayBench;

/** A program that runs until it ends or is stopped. */
final class Command
{
    // Numbers, because pcntl, which defines the names, may be missing.
    private const SIGQUIT = 3;
    private const SIGKILL = 9;
    public const SIGTERM = 15;

    private const STOP_SECONDS = 10.0;

    /** @var resource|null */
    private $process;

    /** @var resource */
    private $stdout;

    /** @var resource */
    private $stderr;

    /**
     * Starts a program. It is stopped when the bench ends, whatever the reason.
     *
     * @param list<string> $words
     * @param array<string, string> $variables added to the environment
     * @param int $stopSignal what asks the program to end. Default: SIGQUIT, nginx's graceful shutdown
     */
    public function __construct(
        private readonly array $words,
        array $variables = [],
        private readonly int $stopSignal = self::SIGQUIT,
    ) {
        [$stdout, $stderr] = [self::namelessFile(), self::namelessFile()];
        $process = proc_open(
            ['setpriv', '--pdeathsig', 'TERM', ...$words],
            [['file', '/dev/null', 'r'], $stdout, $stderr],
            $pipes,
            null,
            $variables + getenv(),
        );
        if ($process === false) {
            throw new Failure("cannot start {$words[0]}");
        }
        [$this->process, $this->stdout, $this->stderr] = [$process, $stdout, $stderr];
    }

    /**
     * Runs a program and returns what it wrote to its standard output.
     *
     * @param list<string> $words
     * @param array<string, string> $variables
     */
    public static function output(array $words, array $variables = []): string
    {
        return (new self($words, $variables))->finish();
    }

    /**
     * Runs a program that writes one line of JSON, an object of numbers.
     *
     * @param list<string> $words
     * @param array<string, string> $variables
     * @return array<string, int|float>
     */
    public static function numbers(array $words, array $variables = []): array
    {
        return self::decode(self::output($words, $variables));
    }

    /** @return array<string, int|float> */
    public static function decode(string $json): array
    {
        $numbers = json_decode($json, true);
        if (!is_array($numbers)) {
            throw new Failure("not a line of JSON: {$json}");
        }
        $checked = [];
        foreach ($numbers as $name => $number) {
            if (!is_int($number) && !is_float($number)) {
                throw new Failure("not an object of numbers: {$json}");
            }
            $checked[(string) $name] = $number;
        }

        return $checked;
    }

    public function isRunning(): bool
    {
        return $this->process !== null && proc_get_status($this->process)['running'];
    }

    /** Waits until the program ends, and returns its standard output. */
    public function finish(): string
    {
        $status = $this->process === null ? 0 : proc_close($this->process);
        $this->process = null;
        if ($status !== 0) {
            throw new Failure(implode(' ', $this->words) . " ended with {$status}\n{$this->said()}");
        }

        return self::contents($this->stdout);
    }

    /** All output, errors first. Do not call it while the program runs: reading moves the program's write position. */
    public function said(): string
    {
        return self::contents($this->stderr) . self::contents($this->stdout);
    }

    /** The standard error. Call it only after the program has ended. */
    public function errors(): string
    {
        return self::contents($this->stderr);
    }

    /** Asks the program to end, and waits for that. If it does not, it is killed. */
    public function stop(): void
    {
        if ($this->process === null) {
            return;
        }
        // SIGTERM before SIGKILL: nginx's master then ends its workers, which would outlive it.
        foreach (array_unique([$this->stopSignal, self::SIGTERM, self::SIGKILL]) as $signal) {
            proc_terminate($this->process, $signal);
            if ($this->endsInTime()) {
                break;
            }
        }
        proc_close($this->process);
        $this->process = null;
    }

    private function endsInTime(): bool
    {
        $deadline = microtime(true) + self::STOP_SECONDS;
        while ($this->isRunning()) {
            if (microtime(true) > $deadline) {
                return false;
            }
            usleep(1000);
        }

        return true;
    }

    /**
     * Creates a temporary file without a name, so that none is left behind after Ctrl-C.
     *
     * @return resource
     */
    private static function namelessFile()
    {
        $file = tmpfile();
        if ($file === false) {
            throw new Failure('cannot make a temporary file');
        }
        unlink(stream_get_meta_data($file)['uri'] ?? '');

        return $file;
    }

    /** @param resource $file */
    private static function contents($file): string
    {
        rewind($file);

        return (string) stream_get_contents($file);
    }
}
