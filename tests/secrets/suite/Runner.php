<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** Runs processes, several at a time, and searches all that they write. */
final class Runner
{
    private const SLEEP_MICROSECONDS = 5000;

    /** @var array<int, Search> by whether the markers are rich */
    private array $searches = [];

    private int $count = 0;

    /** @param array<int, string> $extensions the builds, by whether the memory is watched */
    public function __construct(
        private readonly array $extensions,
        public readonly string $seed,
        private readonly string $folder,
        public readonly int $atOnce,
    ) {}

    /**
     * @param list<Job> $jobs
     * @param callable(Result): void $report called as each ends
     */
    public function run(array $jobs, callable $report): void
    {
        /** @var array<int, array{resource, Job, string, float}> $running */
        $running = [];
        while ($jobs !== [] || $running !== []) {
            while ($jobs !== [] && count($running) < $this->atOnce) {
                $job = array_shift($jobs);
                $place = "{$this->folder}/" . ++$this->count;
                $running[] = [$this->start($job, $place), $job, $place, microtime(true)];
            }
            foreach ($running as $i => [$process, $job, $place, $began]) {
                if (proc_get_status($process)['running']) {
                    continue;
                }
                unset($running[$i]);
                proc_close($process);
                $result = $this->result($job, $place);
                $result->seconds = microtime(true) - $began;
                array_map(unlink(...), glob("{$place}.*") ?: []);
                $report($result);
            }
            usleep(self::SLEEP_MICROSECONDS);
        }
    }

    public function search(bool $isRich): Search
    {
        Markers::begin($this->seed, $isRich);

        return $this->searches[(int) $isRich] ??= new Search(Markers::all(), $this->folder);
    }

    /** @return list<string> the command of a worker */
    public function command(Job $job, string $place): array
    {
        $settings = [
            'extension' => $this->extensions[(int) $job->isWatched],
            'zend.exception_ignore_args' => '0',
            'zend.exception_string_param_max_len' => '1000000',
            'display_errors' => '1',
            'error_reporting' => '-1',
            'log_errors' => '1',
            'error_log' => "{$place}.log",
            'html_errors' => $job->isRich ? '1' : '0',
            'assert.exception' => '1',
        ];
        if ($job->end !== null) {
            // The command line has no limit, and a session begins before the first output.
            $settings += ['memory_limit' => '128M', 'output_buffering' => '1000000'];
        }
        if ($job->group === 'Observers') {
            // For a warning about it.
            $settings['open_basedir'] = dirname(__DIR__, 3) . ':' . sys_get_temp_dir();
        }
        $command = [PHP_BINARY];
        foreach ($settings as $name => $value) {
            array_push($command, '-d', "{$name}={$value}");
        }

        return [...$command, __DIR__ . '/worker.php', $job->group, $this->seed, $job->isRich ? 'rich' : 'plain', (string) $job->every];
    }

    /** @return array<string, string> */
    public function environment(Job $job, string $place): array
    {
        Markers::begin($this->seed, $job->isRich);
        $environment = ['AURPAY_EXTENSION' => $this->extensions[0], 'AURPAY_WITNESS_LOG' => "{$place}.witness"] + getenv();
        unset($environment['https_proxy'], $environment['HTTPS_PROXY'], $environment['all_proxy'], $environment['ALL_PROXY']);
        if ($job->end !== null) {
            $environment[Ends::VARIABLE] = $job->end;
        }
        if ($job->end === Ends::PROXY) {
            $environment['all_proxy'] = 'http://user:' . rawurlencode(Markers::of('proxy password')) . '@127.0.0.1:1';
        }

        return $environment;
    }

    /** @return resource */
    private function start(Job $job, string $place)
    {
        $worker = implode(' ', array_map(escapeshellarg(...), $this->command($job, $place)));
        $search = $this->search($job->isRich)->command();
        // The output of most groups is large: only what the search passes on is kept.
        $keep = $job->end === null ? '' : "tee {$place}.out |";
        $process = proc_open(
            ['/bin/sh', '-c', "{ {$worker} 2>{$place}.err; echo \$? >{$place}.status; } | {$keep} {$search} >{$place}.hits"],
            // Not STDOUT: PHP would move the position in a file to its beginning.
            [['file', '/dev/null', 'r'], ['file', "{$place}.shell", 'w'], ['redirect', 1]],
            $pipes,
            null,
            $this->environment($job, $place),
        );

        return $process === false ? throw new \RuntimeException('cannot start a process') : $process;
    }

    private function result(Job $job, string $place): Result
    {
        $result = new Result($job);
        $search = $this->search($job->isRich);
        $hits = new \SplFileObject("{$place}.hits");
        $last = '';
        $lines = (static function () use ($hits, &$last, $result): \Generator {
            foreach ($hits as $line) {
                $line = (string) $line;
                $last = str_starts_with($line, Output::NAME) ? rtrim($line) : $last;
                self::readReport($last, $result);
                yield $line;
            }
        })();
        array_push($result->findings, ...$search->read($lines, 'output'));
        foreach (['err' => 'stderr', 'log' => "PHP's log"] as $suffix => $where) {
            if (is_file("{$place}.{$suffix}")) {
                array_push($result->findings, ...$search->file("{$place}.{$suffix}", $where));
            }
        }
        array_push($result->findings, ...$this->memory($job, "{$place}.witness"));
        $this->checkEnd($job, $place, $last, $result);

        return $result;
    }

    private static function readReport(string $line, Result $result): void
    {
        if (preg_match('~^@@ (seen|stack) (.*)$~', $line, $match) === 1) {
            /** @var array<string, int> $report */
            $report = json_decode($match[2], true) ?? [];
            $match[1] === 'seen' ? $result->seen = $report : $result->stack = $report;
        } elseif (preg_match('~^@@ end (\d+) (\d+)$~', $line, $match) === 1) {
            $result->calls = (int) $match[1];
            $result->shown = (int) $match[2];
        }
    }

    private function checkEnd(Job $job, string $place, string $last, Result $result): void
    {
        if ($job->end !== null) {
            $written = '';
            foreach (['out', 'err', 'log'] as $suffix) {
                $written .= is_file("{$place}.{$suffix}") ? file_get_contents("{$place}.{$suffix}") : '';
            }
            if (!str_contains(html_entity_decode($written, ENT_QUOTES), (string) $job->expected)) {
                $result->problems[] = "it did not write '{$job->expected}': " . substr($written, -2000);
            }

            return;
        }
        $status = trim((string) @file_get_contents("{$place}.status"));
        $shell = (string) file_get_contents("{$place}.shell");
        if ($shell !== '') {
            $result->problems[] = "the shell wrote: {$shell}";
        }
        if ($status !== '0' || !str_starts_with($last, Output::NAME . 'end ')) {
            $result->problems[] = "it ended with status {$status} after '{$last}': "
                . substr((string) @file_get_contents("{$place}.err"), -2000)
                . substr((string) @file_get_contents("{$place}.log"), -2000);
        }
    }

    /** @return list<Finding> what the witness has found */
    private function memory(Job $job, string $file): array
    {
        if (!$job->isWatched || !is_file($file)) {
            return [];
        }
        $findings = [];
        foreach (new \SplFileObject($file) as $line) {
            $parts = explode("\t", rtrim((string) $line));
            if (count($parts) < 5) {
                continue;
            }
            [$kind, $secret, $size, $offset, $name] = $parts;
            // In pieces, a secret is not recognised, and the piece is text like any other.
            if (!str_contains($name, Output::IN_PIECES)) {
                $frames = implode(' < ', Symbols::of($this->extensions[1], array_slice($parts, 5)));
                $findings[] = new Finding("memory, {$kind}", $name, ...self::secretAndForm($secret), text: "byte {$offset} of {$size}: {$frames}");
            }
        }

        return $findings;
    }

    /** @return array{secret: string, form: string} */
    private static function secretAndForm(string $name): array
    {
        [$secret, $form] = explode(', ', $name, 2) + [1 => ''];

        return ['secret' => $secret, 'form' => $form];
    }
}
