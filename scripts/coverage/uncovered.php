<?php

/*
 * The list of what no test covers, uncovered.txt: reading and writing it, and comparing it with a run.
 */

declare(strict_types=1);

/** The reason of a new entry, until somebody writes the right one. */
const NO_REASON = 'unexplained';

/** Lines of the same text in one function, or branches of such lines. */
final class Entry
{
    public function __construct(
        public readonly string $file,
        public readonly string $function,
        /** line or branch */
        public readonly string $kind,
        public readonly string $text,
        public int $count,
        public string $reason = NO_REASON,
        /** Of the file, if it is of a run; else of uncovered.txt. @var list<int> */
        public array $lines = [],
    ) {}

    public function key(): string
    {
        return "{$this->file}\n{$this->function}\n{$this->kind}\n{$this->text}";
    }

    /** Another run may cover it. */
    public function isByChance(): bool
    {
        return str_starts_with($this->reason, 'chance');
    }

    public function describe(): string
    {
        $plural = $this->count === 1 ? '' : ($this->kind === 'line' ? 's' : 'es');

        return "{$this->count} {$this->kind}{$plural}: {$this->text}";
    }

    /** Of an entry of a run. */
    public function place(): string
    {
        return "{$this->file}:" . implode(',', $this->lines) . ", {$this->function}()";
    }

    /** Of an entry of the list. */
    public function listedPlace(): string
    {
        return 'uncovered.txt:' . implode(',', $this->lines) . ": {$this->file}, {$this->function}()";
    }
}

final class UncoveredList
{
    /** @var list<string> the comment at the top of the file */
    public array $comment = [];
    /** @var array<string, string> what each reason means */
    public array $reasons = [];
    /** @var array<string, Entry> */
    public array $entries = [];

    public static function read(string $path): self
    {
        $list = new self();
        $file = $function = '';
        foreach (lines_of($path) as $index => $line) {
            if (str_starts_with($line, '#')) {
                $list->comment[] = $line;
            } elseif (preg_match('~^([a-z][a-z-]*): (.+)$~', $line, $match) === 1) {
                $list->reasons[$match[1]] = $match[2];
            } elseif (preg_match('~^[\w/]+\.[ch]$~', $line) === 1) {
                $file = $line;
            } elseif (preg_match('~^  (\w+)$~', $line, $match) === 1) {
                $function = $match[1];
            } elseif (preg_match('~^    ([a-z-]+), (\d+) (line|branch)(?:s|es)?: (.+)$~', $line, $match) === 1) {
                $entry = new Entry($file, $function, $match[3], $match[4], (int) $match[2], $match[1], [$index + 1]);
                if (isset($list->entries[$entry->key()])) {
                    throw new RuntimeException("{$path}:" . ($index + 1) . ' is there twice');
                }
                $list->entries[$entry->key()] = $entry;
            } elseif ($line !== '') {
                throw new RuntimeException("{$path}:" . ($index + 1) . " cannot be read: {$line}");
            }
        }

        return $list;
    }

    /**
     * What a run did not cover, in the order of the sources. Branches count only on lines that ran.
     *
     * @param array<string, SourceFile> $files
     */
    public static function of(array $files): self
    {
        $list = new self();
        foreach ($files as $file) {
            foreach ($file->lines as $line => $times) {
                $count = $times === 0 ? 1 : $file->missedBranches($line);
                if ($count > 0) {
                    $kind = $times === 0 ? 'line' : 'branch';
                    $function = $file->functionOf($line);
                    $list->add(new Entry($file->path, $function, $kind, $file->textOf($line), $count, lines: [$line]));
                }
            }
        }

        return $list;
    }

    private function add(Entry $entry): void
    {
        if (isset($this->entries[$entry->key()])) {
            $this->entries[$entry->key()]->count += $entry->count;
            array_push($this->entries[$entry->key()]->lines, ...$entry->lines);
        } else {
            $this->entries[$entry->key()] = $entry;
        }
    }

    /** What this list has to become: the entries of a run, with the reasons of this list. */
    public function updated(self $run): self
    {
        $list = new self();
        $list->comment = $this->comment;
        foreach ($run->entries as $key => $entry) {
            $list->entries[$key] = clone $entry;
            $list->entries[$key]->reason = $this->entries[$key]->reason ?? NO_REASON;
        }
        foreach ($this->entries as $key => $entry) {
            if ($entry->isByChance()) {
                $list->entries[$key] ??= $entry;
                $list->entries[$key]->count = max($entry->count, $list->entries[$key]->count);
            }
        }
        $list->sort();
        $used = array_column($list->entries, 'reason', 'reason');
        $list->reasons = array_intersect_key($this->reasons, $used);

        return $list;
    }

    /** By file, with the entries of each function together. */
    private function sort(): void
    {
        $places = [];
        foreach ($this->entries as $entry) {
            $places["{$entry->file} {$entry->function}"] ??= count($places);
        }
        $place = static fn (Entry $entry): array => [$entry->file, $places["{$entry->file} {$entry->function}"]];
        uasort($this->entries, static fn (Entry $one, Entry $other): int => $place($one) <=> $place($other));
    }

    public function write(string $path): void
    {
        $text = implode("\n", $this->comment) . "\n\n";
        foreach ($this->reasons as $reason => $meaning) {
            $text .= "{$reason}: {$meaning}\n";
        }
        $file = $function = '';
        foreach ($this->entries as $entry) {
            if ($entry->file !== $file) {
                $text .= "\n{$entry->file}\n";
            }
            if ($entry->file !== $file || $entry->function !== $function) {
                $text .= "  {$entry->function}\n";
            }
            [$file, $function] = [$entry->file, $entry->function];
            $text .= "    {$entry->reason}, {$entry->describe()}\n";
        }
        file_put_contents($path, $text);
    }
}

/**
 * Compares the list with a run.
 *
 * @return array{new: list<string>, stale: list<string>} the problems
 */
function compare(UncoveredList $list, UncoveredList $run): array
{
    $new = $stale = [];
    foreach ($run->entries as $key => $entry) {
        $listed = $list->entries[$key] ?? null;
        if ($listed === null || $listed->count < $entry->count) {
            $known = $listed === null ? '' : " (listed: {$listed->count})";
            $new[] = "{$entry->place()}: {$entry->describe()}{$known}";
        }
    }
    foreach ($list->entries as $key => $entry) {
        $found = $run->entries[$key]->count ?? 0;
        if ($found < $entry->count && !$entry->isByChance()) {
            $stale[] = "{$entry->listedPlace()}: {$entry->describe()} (now {$found})";
        }
        if (!isset($list->reasons[$entry->reason])) {
            $new[] = "{$entry->listedPlace()}: the reason \"{$entry->reason}\" is not explained";
        }
    }
    foreach (array_diff_key($list->reasons, array_column($list->entries, 'reason', 'reason')) as $reason => $_) {
        $stale[] = "no entry has the reason \"{$reason}\"";
    }

    return ['new' => $new, 'stale' => $stale];
}
