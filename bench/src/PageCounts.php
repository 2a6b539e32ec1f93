<?php

declare(strict_types=1);

namespace AurpayBench;

use AurpayBench\Server\{Expected, Folder, Fpm, Log, LoggedRequest, Nginx};

/** Counts what a php-fpm worker does for a page. */
final readonly class PageCounts
{
    private const FEW = 10;
    private const MANY = 60;
    private const CALLGRIND = ['valgrind', '--tool=callgrind', '--smc-check=all-non-file', '--callgrind-out-file=/dev/null'];
    // -D: php-fpm, not strace, is the process that the bench started and will stop.
    private const STRACE = ['strace', '-D', '-ff', '-qq', '-e', 'signal=none'];
    private const TRACE_SECONDS = 30.0;

    public function __construct(private Tools $tools, private Php $php) {}

    /** Instructions per page, in user space. */
    public function instructions(string $page): float
    {
        return $this->perPage(function (int $requests, string $folder) use ($page): int {
            $worker = $this->serveTraced([...self::CALLGRIND, "--log-file={$folder}/%p"], $page, $requests);
            // The master's log is another file.
            $log = self::finishedTrace("{$folder}/{$worker}", '~Collected : \d+~');

            return (int) preg_replace('~.*Collected : (\d+).*~s', '$1', $log);
        });
    }

    public function systemCalls(string $page): float
    {
        return $this->perPage(function (int $requests, string $folder) use ($page): int {
            $worker = $this->serveTraced([...self::STRACE, '-o', "{$folder}/trace"], $page, $requests);

            return substr_count(self::finishedTrace("{$folder}/trace.{$worker}", '~^exit_group\(~m'), "\n");
        });
    }

    /**
     * The memory of a worker that has served the page some times.
     *
     * @return array{rss: int|float, private: int|float} in KB
     */
    public function memory(string $page): array
    {
        $nginx = new Nginx($this->tools);
        $worker = new Fpm($this->tools, $this->php, 1);
        $memory = [];
        for ($i = 0; $i < self::FEW; $i++) {
            $memory = $worker->worker($page, $nginx->settings());
        }

        return ['rss' => $memory['rss'], 'private' => $memory['private']];
    }

    /**
     * What the server logged of ten web requests to one worker, if all sent the call that they should.
     *
     * @return list<LoggedRequest>
     */
    public function onTheWire(string $page): array
    {
        $nginx = new Nginx($this->tools, log: Log::Requests);
        (new Fpm($this->tools, $this->php, 1))->show($page, $nginx->settings(), self::FEW);

        return $nginx->requests(Expected::payUrls($page, self::FEW));
    }

    /** @param \Closure(int, string): int $count counts for some web requests, and may write to a folder */
    private function perPage(\Closure $count): float
    {
        $countInFolder = function (int $requests) use ($count): int {
            $folder = new Folder($this->tools, 'trace');

            return $count($requests, $folder->path);
        };

        return PerTurn::of($countInFolder, self::FEW, self::MANY);
    }

    /**
     * Serves the page some times with one traced worker, and stops it.
     *
     * @param list<string> $tracer
     * @return int the worker's process
     */
    private function serveTraced(array $tracer, string $page, int $requests): int
    {
        $nginx = new Nginx($this->tools);
        $fpm = new Fpm($this->tools, $this->php, 1, tracer: $tracer);
        $fpm->show($page, $nginx->settings(), $requests);

        return $fpm->worker()['process'];
    }

    /** Waits until a tracer has written the end of its file: it may end a little after php-fpm. */
    private static function finishedTrace(string $file, string $end): string
    {
        $deadline = microtime(true) + self::TRACE_SECONDS;
        do {
            $trace = is_file($file) ? (string) file_get_contents($file) : '';
            if (preg_match($end, $trace) === 1) {
                return $trace;
            }
            usleep(10_000);
        } while (microtime(true) < $deadline);

        throw new Failure("a traced worker did not end: {$trace}");
    }
}
