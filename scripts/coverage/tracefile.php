<?php

/*
 * lcov's tracefiles: reading one, and leaving out the branches that are not ours.
 */

declare(strict_types=1);

/** What is known of a source file. */
final class SourceFile
{
    /** @var array<int, int> how often each line ran */
    public array $lines = [];
    /** @var array<int, list<bool>> whether each branch of a line was taken */
    public array $branches = [];
    /** @var array<int, string> the functions, by their first line */
    public array $functions = [];

    /** @param list<string> $text the lines of the source */
    public function __construct(public readonly string $path, public readonly array $text) {}

    public function textOf(int $line): string
    {
        return trim((string) preg_replace('~\s+~', ' ', $this->text[$line - 1] ?? ''));
    }

    public function functionOf(int $line): string
    {
        $name = 'outside';
        foreach ($this->functions as $first => $function) {
            $name = $first <= $line ? $function : $name;
        }

        return $name;
    }

    /** How many branches of a line were never taken. */
    public function missedBranches(int $line): int
    {
        return count(array_filter($this->branches[$line] ?? [], static fn (bool $taken): bool => !$taken));
    }
}

/**
 * Copies a tracefile without the branches of lines that have no condition (conditions.php).
 *
 * @param resource $to
 */
function write_filtered(string $tracefile, $to): void
{
    $conditions = [];
    $found = $taken = 0;
    foreach (lines_of($tracefile) as $line) {
        [$kind, $value] = explode(':', $line, 2) + [1 => ''];
        if ($kind === 'SF') {
            $conditions = lines_with_conditions((string) file_get_contents($value));
            $found = $taken = 0;
        } elseif ($kind === 'BRDA') {
            [$number, , , $count] = explode(',', $value);
            if (!isset($conditions[(int) $number])) {
                continue;
            }
            $found++;
            $taken += (int) $count > 0 ? 1 : 0;
        } elseif ($kind === 'BRF') {
            $line = "BRF:{$found}";
        } elseif ($kind === 'BRH') {
            $line = "BRH:{$taken}";
        }
        fwrite($to, "{$line}\n");
    }
}

/** @return array<string, SourceFile> by the path from the root of the checkout, sorted */
function read_tracefile(string $tracefile, string $root): array
{
    $files = [];
    $file = new SourceFile('', []);
    foreach (lines_of($tracefile) as $line) {
        [$kind, $value] = explode(':', $line, 2) + [1 => ''];
        $fields = explode(',', $value);
        switch ($kind) {
            case 'SF':
                $path = substr($value, strlen($root) + 1);
                $file = $files[$path] = new SourceFile($path, explode("\n", (string) file_get_contents($value)));
                break;
            case 'FN':
                $file->functions[(int) $fields[0]] = $fields[1];
                break;
            case 'DA':
                $file->lines[(int) $fields[0]] = (int) $fields[1];
                break;
            case 'BRDA':
                $file->branches[(int) $fields[0]][] = (int) $fields[3] > 0;
                break;
        }
    }
    foreach ($files as $file) {
        ksort($file->functions);
    }
    ksort($files, SORT_STRING);

    return $files;
}

/** @return iterable<string> */
function lines_of(string $path): iterable
{
    $stream = fopen($path, 'r') ?: throw new RuntimeException("cannot read {$path}");
    while (($line = fgets($stream)) !== false) {
        yield rtrim($line, "\n");
    }
    fclose($stream);
}
