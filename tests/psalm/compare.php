<?php

/*
 * Compares Psalm's report with PHPStan's sample: php compare.php REPORT FILE...
 *
 * REPORT is Psalm's --output-format=json. A FILE in rejected/ must have an error in the line that is marked with "// error:"
 * (Psalm has other words, and may also report the function's head). A FILE in accepted/ must have none.
 */

declare(strict_types=1);

// What only PHPStan finds.
const NOT_FOUND = [
    // Psalm finds it at its level 1.
    'callback-body-is-unchecked.php',
    // Psalm does not know which exceptions are thrown.
    'exception-cannot-be-thrown-there.php',
];

/** @var list<string> $argv */
/** @var list<array{file_path: string, line_from: int, severity: string, message: string}> $report */
$report = json_decode((string) file_get_contents($argv[1]), true, 16, JSON_THROW_ON_ERROR);
$errors = [];
foreach ($report as $issue) {
    if ($issue['severity'] === 'error') {
        $errors[$issue['file_path']][$issue['line_from']] = $issue['message'];
    }
}
$passed = 0;
$failed = 0;
foreach (array_slice($argv, 2) as $file) {
    $found = $errors[(string) realpath($file)] ?? [];
    $marked = array_keys(preg_grep('~// error: ~', file($file) ?: []) ?: []);
    $problem = match (true) {
        $marked === [] => $found === [] ? '' : 'line ' . key($found) . ': ' . current($found),
        in_array(basename($file), NOT_FOUND, true) => $found === [] ? '' : 'Psalm finds it now: remove it from NOT_FOUND',
        default => isset($found[$marked[0] + 1]) ? '' : 'line ' . ($marked[0] + 1) . ': not found',
    };
    $problem === '' ? $passed++ : $failed++;
    echo $problem === '' ? '' : "FAILED {$file}: {$problem}\n";
}
echo "{$passed} passed, {$failed} failed\n";
exit($failed === 0 && $passed > 0 ? 0 : 1);
