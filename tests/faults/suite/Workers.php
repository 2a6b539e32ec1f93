<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/**
 * Distributes the calls over processes: several for each transport.
 *
 * @phpstan-import-type Json from Tally
 */
final class Workers
{
    private const PROCESSES_A_TRANSPORT = 2;

    public readonly Tally $tally;

    /** @var list<string> */
    public array $problems = [];

    /** @var array<int, resource> the output of each process that still runs */
    private array $outputs = [];

    /** @var array<int, resource> */
    private array $processes = [];

    /** @var array<int, string> the process's name, for messages */
    private array $names = [];

    /**
     * @param string $extension the file of the extension
     * @param string|null $guzzle the file that loads Guzzle, when the run compares clients
     */
    public function __construct(private readonly string $extension, private readonly ?string $guzzle = null)
    {
        $this->tally = new Tally();
    }

    /**
     * @param list<Transport> $transports
     * @param callable(int): void $progress called with the number of calls since the last time
     */
    public function run(string $client, array $transports, int $calls, int $seed, callable $progress): void
    {
        $shares = count($transports) * self::PROCESSES_A_TRANSPORT;
        for ($i = 0; $i < $shares; $i++) {
            $this->start([
                'client' => $client,
                'transport' => $transports[$i % count($transports)]->value,
                'calls' => intdiv($calls + $i, $shares),
                'seed' => crc32("{$seed} {$i}"),
                'guzzle' => $this->guzzle,
            ]);
        }
        while ($this->outputs !== []) {
            [$read, $write, $except] = [$this->outputs, null, null];
            stream_select($read, $write, $except, null);
            foreach (array_keys($read) as $i) {
                $this->hear($i, $progress);
            }
        }
    }

    /** @param array<string, mixed> $task */
    private function start(array $task): void
    {
        $command = [PHP_BINARY, '-d', "extension={$this->extension}", __DIR__ . '/worker.php'];
        $command[] = json_encode($task, JSON_THROW_ON_ERROR);
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR], $pipes);
        if ($process === false) {
            throw new \RuntimeException('cannot start a process');
        }
        $this->processes[] = $process;
        $this->outputs[] = $pipes[1];
        $this->names[] = implode(' ', array_slice($command, 3));
    }

    /** @param callable(int): void $progress */
    private function hear(int $i, callable $progress): void
    {
        $line = fgets($this->outputs[$i]);
        if ($line === false) {
            unset($this->outputs[$i]);
            $status = proc_close($this->processes[$i]);
            if ($status !== 0) {
                $this->problems[] = "{$this->names[$i]}\n    ended with status {$status}";
            }
            return;
        }
        $message = json_decode($line, true);
        if (!is_array($message)) {
            $this->problems[] = "{$this->names[$i]}\n    said: " . rtrim($line);
            return;
        }
        /** @var array{done: int}|array{tally: Json, problems: list<string>} $message */
        if (isset($message['done'])) {
            $progress($message['done']);
        } else {
            $this->tally->addJson($message['tally']);
            array_push($this->problems, ...$message['problems']);
        }
    }
}
