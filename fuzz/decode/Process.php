<?php

declare(strict_types=1);

namespace AurpayFuzz;

/** worker.php in a process of its own, which may crash. */
final class Process
{
    /** @var resource|null */
    private $process = null;

    /** @var array<int, resource> */
    private array $pipes = [];

    private int $decoded = 0;

    /**
     * @param non-empty-list<string> $command the PHP with the extension
     * @param string $log a file for what it writes to its standard error
     * @param int $seconds that an input may take
     */
    public function __construct(
        private readonly array $command,
        private readonly string $log,
        private readonly int $seconds,
    ) {}

    /**
     * Decodes a text.
     *
     * @return array{value: mixed}|array{thrown: string, message: string, code: int}
     * @throws Failure when the process has crashed or takes too long
     */
    public function decode(string $way, string $json): array
    {
        $this->start();
        fwrite($this->pipes[0], $way . pack('N', strlen($json)) . $json);
        /** @var array{1: int} $length */
        $length = unpack('N', $this->read(4));
        /** @var array{value: mixed}|array{thrown: string, message: string, code: int} $outcome */
        $outcome = unserialize($this->read($length[1]), ['allowed_classes' => false]);
        $this->decoded++;

        return $outcome;
    }

    /** How many texts the extension has decoded or refused. */
    public function decoded(): int
    {
        return $this->decoded;
    }

    /**
     * Ends the process.
     *
     * @throws Failure when it has leaked memory, or did not end well
     */
    public function stop(): void
    {
        if ($this->process === null) {
            return;
        }
        fclose($this->pipes[0]);
        stream_get_contents($this->pipes[1]);
        $status = proc_close($this->process);
        $this->process = null;
        $log = (string) file_get_contents($this->log);
        // A debug build of PHP reports leaks, and exits with 0 all the same.
        if ($status !== 0 || $log !== '') {
            throw new Failure("the worker ended with status {$status}:\n{$log}");
        }
    }

    private function start(): void
    {
        if ($this->process !== null) {
            return;
        }
        $streams = [['pipe', 'r'], ['pipe', 'w'], ['file', $this->log, 'w']];
        $process = proc_open([...$this->command, __DIR__ . '/worker.php'], $streams, $this->pipes);
        if ($process === false) {
            throw new \RuntimeException('the worker does not start');
        }
        $this->process = $process;
    }

    private function read(int $length): string
    {
        $bytes = '';
        while (strlen($bytes) < $length) {
            $readable = [$this->pipes[1]];
            $none = null;
            if (stream_select($readable, $none, $none, $this->seconds) !== 1) {
                $this->kill();
                throw new Failure("the worker takes more than {$this->seconds} seconds");
            }
            $more = fread($this->pipes[1], max(1, $length - strlen($bytes)));
            if ($more === false || $more === '') {
                $this->kill();
                throw new Failure("the worker has crashed:\n" . file_get_contents($this->log));
            }
            $bytes .= $more;
        }

        return $bytes;
    }

    private function kill(): void
    {
        if ($this->process !== null) {
            proc_terminate($this->process, 9);
            proc_close($this->process);
            $this->process = null;
        }
    }
}
