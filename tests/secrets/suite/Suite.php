<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** All groups, what must be found, and the memory image; prints a line for each, and the total. */
final class Suite
{
    private const GROUPS = ['Echoes', 'Misuse', 'Servers', 'Faults', 'Observers', 'Reasons', 'Dumps', 'Fpm', 'SandboxLogs'];

    /** Of so many calls, one is made without --full. */
    private const SAMPLED = ['Echoes' => 8];

    /** Whose memory is watched, and which part of their calls. */
    private const WATCHED = ['Echoes' => 12, 'Misuse' => 1, 'Servers' => 1, 'Faults' => 1, 'Observers' => 1, 'Reasons' => 1, 'Dumps' => 1];

    /** Groups that make no calls, and what they show instead. All others must make calls. */
    private const WITHOUT_CALLS = ['Dumps' => 'objects', 'Fpm' => 'outputs', 'Leaks' => 'leaks'];

    /** So many findings are shown of a process. */
    private const SHOWN = 8;

    private readonly string $folder;
    private readonly Runner $runner;
    private int $passed = 0;
    private int $failed = 0;
    private int $ends = 0;
    private int $failedEnds = 0;

    /** @var array<string, int> */
    private array $stack = [];

    /** @var array<string, int> */
    private array $seen = [];

    /**
     * @param array{string, string} $extensions
     * @param string $findings the file that all findings are written to, if there are any
     * @param bool $isFull makes all calls, where there are very many
     * @param list<string> $only the groups to run; all if there are none
     */
    public function __construct(
        array $extensions,
        string $seed,
        private readonly string $findings,
        private readonly bool $isFull,
        private readonly array $only,
    ) {
        $this->folder = sys_get_temp_dir() . '/aurpay-secrets-' . bin2hex(random_bytes(6));
        mkdir($this->folder, 0o700);
        $processors = (int) trim((string) shell_exec('nproc 2>/dev/null'));
        $this->runner = new Runner($extensions, $seed, $this->folder, max(2, $processors));
    }

    public function run(): bool
    {
        @unlink($this->findings);
        $jobs = $this->jobs();
        echo count($jobs), " processes, {$this->runner->atOnce} at a time. Each prints a line when it ends, Ends one for all.\n";
        try {
            $this->runner->run($jobs, $this->report(...));
            $this->tellEnds();
            if ($this->isChosen('Leaks')) {
                $this->runner->run([new Job('Leaks', false), new Job('Leaks', true), new Job('Leaks', true, isWatched: true)], $this->reportLeaks(...));
            }
            if ($this->isChosen('Remains')) {
                $this->remains();
            }
        } finally {
            exec('rm -rf ' . escapeshellarg($this->folder));
        }
        $this->printReports();
        echo "{$this->passed} passed, {$this->failed} failed\n";

        return $this->failed === 0 && $this->passed > 0;
    }

    /** @return list<Job> the long ones first */
    private function jobs(): array
    {
        $jobs = [];
        foreach (self::GROUPS as $group) {
            $every = $this->isFull ? 1 : self::SAMPLED[$group] ?? 1;
            array_push($jobs, new Job($group, false, every: $every), new Job($group, true, every: $every));
        }
        foreach (self::WATCHED as $group => $every) {
            $jobs[] = new Job($group, true, isWatched: true, every: $every);
        }
        foreach (Ends::all() as $end => $expected) {
            foreach (str_starts_with($end, Ends::LOGGER) ? [true] : [false, true] as $isRich) {
                $jobs[] = new Job('Ends', $isRich, end: $end, expected: $expected);
            }
            $jobs[] = new Job('Ends', true, isWatched: true, end: $end, expected: $expected);
        }

        return array_values(array_filter($jobs, fn (Job $job): bool => $this->isChosen($job->group)));
    }

    private function isChosen(string $group): bool
    {
        return $this->only === [] || in_array($group, $this->only, true);
    }

    private function report(Result $result): void
    {
        foreach ($result->stack as $secret => $count) {
            $this->stack[$secret] = ($this->stack[$secret] ?? 0) + $count;
        }
        foreach ($result->seen as $what => $count) {
            $this->seen[$what] = ($this->seen[$what] ?? 0) + $count;
        }
        if ($result->job->end === null && $result->job->isWatched && ($result->seen['frames'] ?? 0) === 0) {
            $result->problems[] = 'the witness has looked at nothing';
        }
        $this->checkWork($result);
        $this->tell($result->job->name(), $result->isGood(), $result, $result->job->end === null);
        $this->tellFindings($result);
    }

    /** A process of Ends must write PHP's own message instead. */
    private function checkWork(Result $result): void
    {
        $job = $result->job;
        if ($job->end !== null) {
            $this->ends++;
            $this->failedEnds += (int) !$result->isGood();
        } elseif ($result->problems !== []) {
            // It did not come to its end.
            return;
        } elseif ($result->shown === 0) {
            $result->problems[] = 'it has shown nothing';
        } elseif ($result->calls === 0 && !isset(self::WITHOUT_CALLS[$job->group])) {
            $result->problems[] = 'it has made no call';
        }
    }

    /** Prints a line. Of many like it, only failures. */
    private function tell(string $name, bool $isGood, Result $result, bool $isShown): void
    {
        $isGood ? $this->passed++ : $this->failed++;
        if ($isShown || !$isGood) {
            $unit = $result->job->end !== null ? 'process' : self::WITHOUT_CALLS[$result->job->group] ?? 'calls';
            $count = match ($unit) {
                'process' => 1,
                'calls' => $result->calls,
                default => $result->shown,
            };
            $this->printRow($name, $count, $unit, $isGood, sprintf(' (%.1f s)', $result->seconds));
        }
    }

    private function printRow(string $name, int $count, string $unit, bool $isGood, string $more = ''): void
    {
        printf("%-28s %6d %-9s %s%s\n", $name, $count, $unit, $isGood ? 'passed' : 'FAILED', $more);
    }

    private function tellEnds(): void
    {
        if ($this->ends > 0) {
            $more = $this->failedEnds > 0 ? ": {$this->failedEnds} of them" : '';
            $this->printRow('Ends', $this->ends, 'processes', $this->failedEnds === 0, $more);
        }
    }

    private function tellFindings(Result $result): void
    {
        foreach ($result->problems as $problem) {
            echo "    {$problem}\n";
        }
        $counts = [];
        foreach ($result->findings as $finding) {
            $counts[$finding->name . $finding->secret . $finding->text] = $finding;
        }
        $texts = array_values(array_map(self::describe(...), $counts));
        echo implode('', array_slice($texts, 0, self::SHOWN));
        if ($texts !== []) {
            file_put_contents($this->findings, "{$result->job->name()}\n" . implode('', $texts), FILE_APPEND);
            $more = max(0, count($texts) - self::SHOWN);
            echo '    ', $more > 0 ? "and {$more} more; " : '', "all findings are in {$this->findings}\n";
        }
    }

    /** Two lines. The text has a secret of this run alone. */
    private static function describe(Finding $finding): string
    {
        $text = preg_replace('~[\x00-\x1f\x7f]~', ' ', $finding->text);

        return "    {$finding->where}: {$finding->name}\n        {$finding->secret} ({$finding->form}): {$text}\n";
    }

    /** What is leaked on purpose must be found: each secret in each form, in each place, in each way that memory is released. */
    private function reportLeaks(Result $result): void
    {
        $found = [];
        foreach ($result->findings as $finding) {
            $found["{$finding->where}: {$finding->name}"] = true;
            $found["{$finding->where}, {$finding->secret}"] = true;
        }
        Markers::begin($this->runner->seed, $result->job->isRich);
        foreach (Markers::all() as $secret => $marker) {
            $expected = ["stderr, {$secret}", "PHP's log, {$secret}"];
            foreach (array_keys(Forms::whole($marker)) as $form) {
                $expected[] = "output: {$secret} as {$form}";
            }
            if ($result->job->isWatched) {
                foreach (['free', 'realloc', 'curl_free', 'curl_slist_free_all', 'efree', 'frame'] as $kind) {
                    $expected[] = "memory, {$kind}: leak {$secret}";
                }
            }
            foreach ($expected as $what) {
                if (!isset($found[$what])) {
                    $result->problems[] = "a leak was not found: {$what}";
                }
            }
        }
        $result->findings = [];
        $this->tell($result->job->name(), $result->problems === [], $result, true);
        $this->tellFindings($result);
    }

    /** Prints how often each secret is in the memory of a process whose objects are gone. */
    private function remains(): void
    {
        $job = new Job('Remains', true);
        $place = "{$this->folder}/remains";
        $streams = [['pipe', 'r'], ['pipe', 'w'], ['file', "{$place}.err", 'w']];
        $process = proc_open($this->runner->command($job, $place), $streams, $pipes, null, $this->runner->environment($job, $place))
            ?: throw new \RuntimeException('cannot start a process');
        do {
            $line = fgets($pipes[1]);
        } while ($line !== false && $line !== Output::NAME . "ready\n");
        $counts = $line === false ? [] : $this->countRemains(Image::copy(proc_get_status($process)['pid'], $this->folder));
        fclose($pipes[0]);
        stream_get_contents($pipes[1]);
        proc_close($process);
        $isGood = isset($counts[Remains::KEPT . ', raw']);
        $isGood ? $this->passed++ : $this->failed++;
        $this->printRow('Remains', count($counts), 'secrets', $isGood);
        if (!$isGood) {
            echo '    a secret that is kept was not found. ', file_get_contents("{$place}.err"), "\n";
        }
        echo "\nA report, not a failure: what PHP, libcurl and TLS have left in the memory of a process after its calls, when all\n",
        "objects of the extension are gone (that it finds what is kept, \"", Remains::KEPT, "\", is the check Remains):\n";
        foreach ($counts as $secret => $uses) {
            echo "    {$secret}: ", implode(', ', array_map(static fn (string $use, int $count): string => "{$count} in {$use}", array_keys($uses), $uses)), "\n";
        }
    }

    /**
     * @param array<string, string> $files
     * @return array<string, array<string, int>> by secret and form, and by use
     */
    private function countRemains(array $files): array
    {
        $forms = [];
        foreach (Markers::all() as $secret => $marker) {
            foreach (['raw' => $marker, 'percent-encoded' => rawurlencode($marker), 'base64' => base64_encode("user:{$marker}"), 'JSON' => substr((string) json_encode($marker), 1, -1)] as $form => $text) {
                $forms[$text] ??= "{$secret}, {$form}";
            }
        }
        $counts = [];
        foreach ($files as $use => $file) {
            $memory = (string) file_get_contents($file);
            foreach ($forms as $text => $form) {
                $count = substr_count($memory, (string) $text);
                if ($count > 0) {
                    $counts[$form][$use] = $count;
                }
            }
        }
        ksort($counts);

        return $counts;
    }

    private function printReports(): void
    {
        if ($this->seen !== []) {
            echo "\nA report, too. Looked at before they were released: {$this->seen['blocks']} blocks, {$this->seen['strings']} strings of the engine;",
            " when they were left: {$this->seen['frames']} frames.\n";
            echo "Secrets that libraries and the engine had left where a frame began: {$this->seen['remains']}\n";
            arsort($this->stack);
            echo 'On the stack below what is in use, after one of 16 calls: ', $this->stack === [] ? 'none' : '', "\n";
            foreach ($this->stack as $secret => $count) {
                echo "    {$secret}: {$count}\n";
            }
        }
    }
}
