<?php

/*
 * What ./dev coverage prints and checks, from a tracefile of lcov.
 *
 * usage: php scripts/coverage/coverage.php filter TRACEFILE FILTERED
 *            leaves out the branches that the source does not spell out
 *        php scripts/coverage/coverage.php check FILTERED TOOLS
 *            prints the table, and compares the run with uncovered.txt and figures.txt; the last line is
 *            "N passed, N failed"
 *        php scripts/coverage/coverage.php update|lower FILTERED TOOLS
 *            writes uncovered.txt and figures.txt. Writes nothing if a figure gets lower, unless it is told to
 *
 * TOOLS are the versions of everything that the figures depend on. The figures of others cannot be compared.
 */

declare(strict_types=1);

require __DIR__ . '/conditions.php';
require __DIR__ . '/tracefile.php';
require __DIR__ . '/uncovered.php';
require __DIR__ . '/selftest.php';

const UNCOVERED = __DIR__ . '/uncovered.txt';
const FIGURES = __DIR__ . '/figures.txt';

/** The groups of the table's totals, by the beginning of their paths. */
const GROUPS = ['src/core/', 'src/providers/', 'src/php/', 'aurpay.c', ''];

/** Lines or branches: how many there are, and how many are covered. */
final class Share
{
    public function __construct(public int $all = 0, public int $covered = 0) {}

    public function add(self $other): void
    {
        $this->all += $other->all;
        $this->covered += $other->covered;
    }

    /** In percent, with two decimals, rounded down: 100.00 means all. */
    public function percent(): string
    {
        $hundredths = $this->all === 0 ? 10000 : intdiv($this->covered * 10000, $this->all);

        return sprintf('%d.%02d', intdiv($hundredths, 100), $hundredths % 100);
    }
}

/** @return array{lines: Share, branches: Share} */
function shares_of(SourceFile $file): array
{
    $branches = array_merge(...array_values($file->branches));

    return [
        'lines' => new Share(count($file->lines), count(array_filter($file->lines))),
        'branches' => new Share(count($branches), count(array_filter($branches))),
    ];
}

/**
 * The shares of all files, as if nothing were covered that only chance covers.
 *
 * @param array<string, SourceFile> $files
 * @return array{lines: Share, branches: Share}
 */
function certain_shares(array $files, UncoveredList $list, UncoveredList $run): array
{
    $total = ['lines' => new Share(), 'branches' => new Share()];
    foreach ($files as $file) {
        $shares = shares_of($file);
        $total['lines']->add($shares['lines']);
        $total['branches']->add($shares['branches']);
        foreach (array_keys($file->lines) as $line) {
            $entry = new Entry($file->path, $file->functionOf($line), 'line', $file->textOf($line), 1);
            if (isset($list->entries[$entry->key()]) && $list->entries[$entry->key()]->isByChance()) {
                $total['branches']->covered -= count(array_filter($file->branches[$line] ?? []));
            }
        }
    }
    foreach ($list->entries as $key => $entry) {
        if ($entry->isByChance()) {
            $covered = max(0, $entry->count - ($run->entries[$key]->count ?? 0));
            $total[$entry->kind === 'line' ? 'lines' : 'branches']->covered -= $covered;
        }
    }

    return $total;
}

/** @param array<string, SourceFile> $files */
function print_table(array $files): void
{
    $row = static function (string $name, Share $lines, Share $branches): void {
        printf("%-32s", $name);
        foreach ([$lines, $branches] as $share) {
            printf(' %6d %6d %8s', $share->all, $share->all - $share->covered, $share->percent() . '%');
        }
        echo "\n";
    };
    printf("%-32s %6s %6s %8s %6s %6s %8s\n", '', 'lines', 'missed', 'covered', 'branch', 'missed', 'covered');
    foreach ($files as $file) {
        $row($file->path, ...array_values(shares_of($file)));
    }
    echo "\n";
    foreach (GROUPS as $group) {
        $total = ['lines' => new Share(), 'branches' => new Share()];
        foreach ($files as $file) {
            if (str_starts_with($file->path, $group)) {
                $shares = shares_of($file);
                $total['lines']->add($shares['lines']);
                $total['branches']->add($shares['branches']);
            }
        }
        $row($group === '' ? 'all' : $group, $total['lines'], $total['branches']);
    }
}

/** @return array{lines: string, branches: string, tools: string} */
function read_figures(): array
{
    $figures = [];
    foreach (lines_of(FIGURES) as $line) {
        if (preg_match('~^(lines|branches|tools): (.+)$~', $line, $match) === 1) {
            $figures[$match[1]] = $match[2];
        }
    }

    return count($figures) === 3 ? $figures : throw new RuntimeException(FIGURES . ' does not have its three lines');
}

/** @param array{lines: Share, branches: Share} $shares */
function write_figures(array $shares, string $tools): void
{
    file_put_contents(FIGURES, <<<TEXT
        # The least shares of lines and branches that the tests cover, in percent, and the tools of these figures.
        # ./dev coverage --update writes this file.
        lines: {$shares['lines']->percent()}
        branches: {$shares['branches']->percent()}
        tools: {$tools}

        TEXT);
}

/**
 * Prints a check's problems, and what to do. Returns whether there are none.
 *
 * @param list<string> $problems
 */
function report(string $check, array $problems, string $advice): bool
{
    printf("%-52s %s\n", $check, $problems === [] ? 'passed' : 'FAILED');
    foreach ($problems as $problem) {
        echo "    {$problem}\n";
    }
    if ($problems !== []) {
        echo "  {$advice}\n";
    }

    return $problems === [];
}

/** @param array<string, SourceFile> $files */
function check(array $files, string $tools): int
{
    $list = UncoveredList::read(UNCOVERED);
    $run = UncoveredList::of($files);
    $figures = read_figures();
    $shares = certain_shares($files, $list, $run);
    $areSame = $figures['tools'] === $tools;
    // What other tools count differently is no reason to change the list.
    $advice = static fn (string $text): string => $areSame ? $text : 'It may be because of the tools.';
    $results = [report('the tools are those of the figures', $areSame ? [] : [
        "the figures are of {$figures['tools']}",
        "these tools are {$tools}: other branches and other lines",
    ], 'Run it on Debian 12. If Debian 12 has these tools now: ./dev coverage --update, and say so in the change.')];
    $problems = compare($list, $run);
    $results[] = report('what is not covered is in uncovered.txt', $problems['new'], $advice(
        'Write a test that reaches it. If no test can: ./dev coverage --update, and replace "' . NO_REASON . '" in '
        . 'scripts/coverage/uncovered.txt by one of the reasons at its top. A new reason is explained there.',
    ));
    $results[] = report('what is in uncovered.txt is not covered', $problems['stale'], $advice(
        './dev coverage --update removes it. If a function was renamed, move its reasons to the new name.',
    ));
    foreach ($shares as $kind => $share) {
        $results[] = report(
            "{$kind}: {$share->percent()}% without chance, at least {$figures[$kind]}%",
            (float) $share->percent() >= (float) $figures[$kind] ? [] : ["{$kind} are covered less than before"],
            $advice('Write tests. If none can: ./dev coverage --update --lower, and say why in the change.'),
        );
    }
    printf("%d passed, %d failed\n", count(array_filter($results)), count($results) - count(array_filter($results)));

    return in_array(false, $results, true) ? 1 : 0;
}

/**
 * Lines that say how the figures change, and which of them get lower.
 *
 * @param array{lines: string, branches: string, tools: string} $old
 * @param array{lines: Share, branches: Share} $shares
 * @return array{list<string>, list<string>}
 */
function changes(array $old, array $shares, string $tools): array
{
    $lines = $lower = [];
    foreach ($shares as $kind => $share) {
        $lines[] = "{$kind}: {$old[$kind]}% before, {$share->percent()}% now";
        if ((float) $share->percent() < (float) $old[$kind]) {
            $lower[] = $kind;
        }
    }
    if ($tools !== $old['tools']) {
        $lines[] = "tools: {$old['tools']} before, {$tools} now";
    }

    return [$lines, $lower];
}

/** @param array<string, SourceFile> $files */
function update(array $files, string $tools, bool $mayLower): int
{
    $run = UncoveredList::of($files);
    $list = UncoveredList::read(UNCOVERED)->updated($run);
    $shares = certain_shares($files, $list, $run);
    [$changes, $lower] = changes(read_figures(), $shares, $tools);
    echo implode("\n", $changes), "\n";
    if ($lower !== [] && !$mayLower) {
        echo 'nothing was written, because fewer ', implode(' and ', $lower), " are covered than before:\n";
        foreach (compare(UncoveredList::read(UNCOVERED), $run)['new'] as $problem) {
            echo "    {$problem}\n";
        }
        echo "Write tests, or use --update --lower.\n0 passed, 1 failed\n";

        return 1;
    }
    $list->write(UNCOVERED);
    write_figures($shares, $tools);
    $unexplained = array_filter($list->entries, static fn (Entry $entry): bool => $entry->reason === NO_REASON);
    echo 'wrote scripts/coverage/uncovered.txt and figures.txt: review git diff scripts/coverage', "\n";
    foreach ($unexplained as $entry) {
        echo "    no reason yet: {$entry->place()}: {$entry->describe()}\n";
    }
    printf("%d passed, %d failed\n", 1, count($unexplained));

    return $unexplained === [] ? 0 : 1;
}

set_error_handler(static function (int $type, string $message, string $file, int $line): never {
    throw new ErrorException($message, 0, $type, $file, $line);
});
[, $command, $tracefile, $argument] = $argv + [1 => '', '', ''];
$root = dirname(__DIR__, 2);
test_itself();
switch ($command) {
    case 'filter':
        write_filtered($tracefile, fopen($argument, 'w') ?: throw new RuntimeException("cannot write {$argument}"));
        exit(0);
    case 'check':
        $files = read_tracefile($tracefile, $root);
        print_table($files);
        echo "\n";
        exit(check($files, $argument));
    case 'update':
    case 'lower':
        exit(update(read_tracefile($tracefile, $root), $argument, $command === 'lower'));
    default:
        fwrite(STDERR, "usage: php scripts/coverage/coverage.php filter|check|update|lower ...\n");
        exit(2);
}
