<?php

/*
 * Checks the other files of this folder with samples, before they judge anything.
 */

declare(strict_types=1);

function test_itself(): void
{
    test_conditions();
    test_comparison();
    test_update();
    test_changes();
}

/** @param mixed $found */
function expect(string $what, mixed $found, mixed $due): void
{
    if ($found !== $due) {
        throw new LogicException("{$what}: " . json_encode($found) . ' instead of ' . json_encode($due));
    }
}

function test_conditions(): void
{
    $sample = <<<'C'
        int f(char *text, int n) /* if (a) ? */
        {
            const char *url = "if (a && b) ? //";
            Z_PARAM_STR(text)
            RETURN_THROWS();
            for (i = 0; i < n; i++) {
                char quote = '"', other = '?';
            }
            if (a(text) == 1 &&
                b(text) == 2) {
                c(); // while
            } else if (d) {
                e(text,
                  n ? 1
                    : 2);
            }
            FOREACH(n) {
                f();
        #if defined(A) && \
            defined(B)
                do {
                    g();
                } while (n);
        #endif
            }
            ENDFOREACH();
            switch (n) {
            case 1:
                return h();
            }
        }
        C;
    expect('lines with conditions', array_keys(lines_with_conditions($sample)), [6, 9, 10, 12, 13, 14, 15, 23, 27]);
}

/**
 * A list of sample entries.
 *
 * @param array<string, array{int, string}> $entries count and reason, by "kind text"
 */
function sample_list(array $entries): UncoveredList
{
    $list = new UncoveredList();
    $list->reasons = ['memory' => 'a', 'chance' => 'b'];
    foreach ($entries as $name => [$count, $reason]) {
        [$kind, $text] = explode(' ', $name, 2);
        $entry = new Entry('a.c', 'f', $kind, $text, $count, $reason);
        $list->entries[$entry->key()] = $entry;
    }

    return $list;
}

/** A run of a source of five lines, of which these did not run. */
function sample_run(int ...$missed): SourceFile
{
    $file = new SourceFile('a.c', ['if (a) {', 'x();', 'x();', '}', 'y();']);
    $file->functions = [1 => 'f'];
    $file->lines = [1 => 7, 2 => 7, 3 => 7, 5 => 7];
    foreach ($missed as $line) {
        $file->lines[$line] = 0;
    }
    $file->branches = [1 => [true, false]];

    return $file;
}

function test_comparison(): void
{
    $listed = ['branch if (a) {' => [1, 'memory'], 'line x();' => [2, 'memory'], 'line y();' => [1, 'chance']];
    $compare = static fn (array $entries, SourceFile $file): array => array_map(
        count(...),
        compare(sample_list($entries), UncoveredList::of(['a.c' => $file])),
    );
    [$fits, $new, $stale] = [['new' => 0, 'stale' => 0], ['new' => 1, 'stale' => 0], ['new' => 0, 'stale' => 1]];
    $run = sample_run(2, 3);
    expect('the list fits', $compare($listed, $run), $fits);
    expect('chance has it the other way', $compare($listed, sample_run(2, 3, 5)), $fits);
    expect('one is covered', $compare($listed, sample_run(2)), $stale);
    expect('one is new', $compare(array_slice($listed, 1), $run), $new);
    expect('more of one', $compare(['line x();' => [1, 'memory']] + $listed, $run), $new);
    expect('one is gone', $compare($listed + ['line z();' => [1, 'memory']], $run), $stale);
    expect('no reason', $compare(['line x();' => [2, NO_REASON]] + $listed, $run), $new);
    expect('a reason that nothing has', $compare(array_slice($listed, 0, 2), $run), $stale);
    foreach ([sample_run(2, 3), sample_run(2, 3, 5)] as $file) {
        $list = sample_list($listed);
        $shares = certain_shares(['a.c' => $file], $list, UncoveredList::of(['a.c' => $file]));
        expect('shares', [$shares['lines']->percent(), $shares['branches']->percent()], ['25.00', '50.00']);
    }
    expect('nearly all', (new Share(30000, 29999))->percent(), '99.99');
}

function test_update(): void
{
    $list = sample_list(['line y();' => [1, 'chance'], 'line x();' => [2, 'memory'], 'line z();' => [1, 'memory']]);
    $updated = $list->updated(UncoveredList::of(['a.c' => sample_run(3)]));
    $found = array_map(
        static fn (Entry $entry): string => "{$entry->reason}, {$entry->describe()}",
        array_values($updated->entries),
    );
    expect('an update', $found, [NO_REASON . ', 1 branch: if (a) {', 'memory, 1 line: x();', 'chance, 1 line: y();']);
}

function test_changes(): void
{
    $list = UncoveredList::of(['a.c' => sample_run(2, 3)]);
    $places = array_map(static fn (Entry $entry): string => $entry->place(), array_values($list->entries));
    expect('the lines', $places, ['a.c:1, f()', 'a.c:2,3, f()']);
    $shares = ['lines' => new Share(100, 90), 'branches' => new Share(100, 80)];
    $lower = static fn (string $lines, string $branches): array
        => changes(['lines' => $lines, 'branches' => $branches, 'tools' => 'x'], $shares, 'x')[1];
    expect('nothing is lower', $lower('90.00', '9.50'), []);
    expect('one is lower', $lower('90.00', '80.01'), ['branches']);
}
