<?php

/*
 * Compares PHPStan's report with the expectations in the sample's files: php compare.php REPORT FILE...
 *
 * REPORT is PHPStan's --error-format=json, "-" for standard input. A line of a FILE that ends in "// error: TEXT" must have
 * exactly one error, whose message contains TEXT; every other line must have none. A FILE in rejected/ has exactly
 * one such line, one in accepted/ none.
 */

declare(strict_types=1);

if ($argc < 3) {
    fwrite(STDERR, "usage: php compare.php REPORT FILE...\n");
    exit(2);
}
/** @var array{errors: list<string>, files: array<string, array{messages: list<array{message: string, line: int|null}>}>} $report */
$report = json_decode((string) file_get_contents($argv[1] === '-' ? 'php://stdin' : $argv[1]), true, 16, JSON_THROW_ON_ERROR);
$passed = 0;
$failed = 0;
foreach ($report['errors'] as $error) {
    echo "FAILED PHPStan itself: {$error}\n";
    $failed++;
}
foreach (array_slice($argv, 2) as $file) {
    $problems = problems($file, $report['files'][(string) realpath($file)]['messages'] ?? []);
    unset($report['files'][(string) realpath($file)]);
    foreach ($problems as $problem) {
        echo "FAILED {$file}: {$problem}\n";
    }
    $problems === [] ? $passed++ : $failed++;
}
foreach (array_keys($report['files']) as $file) {
    echo "FAILED {$file}: PHPStan reports errors in it, and it is not in the sample\n";
    $failed++;
}
echo "{$passed} passed, {$failed} failed\n";
exit($failed === 0 && $passed > 0 ? 0 : 1);

/**
 * @param list<array{message: string, line: int|null}> $messages
 * @return list<string>
 */
function problems(string $file, array $messages): array
{
    $wanted = [];
    foreach (file($file, FILE_IGNORE_NEW_LINES) ?: [] as $index => $line) {
        if (preg_match('~// error: (.+)$~', $line, $match)) {
            $wanted[$index + 1] = $match[1];
        }
    }
    $problems = [];
    $allowed = str_contains($file, '/rejected/') ? 1 : 0;
    if (count($wanted) !== $allowed) {
        $problems[] = count($wanted) . " marked errors instead of {$allowed}";
    }
    foreach ($messages as ['message' => $message, 'line' => $line]) {
        if (!isset($wanted[$line ?? 0])) {
            $problems[] = "line {$line}: not marked, or twice: {$message}";
        } elseif (!str_contains($message, $wanted[$line ?? 0])) {
            $problems[] = "line {$line}: not \"{$wanted[$line ?? 0]}\", but: {$message}";
        }
        unset($wanted[$line ?? 0]);
    }
    foreach ($wanted as $line => $text) {
        $problems[] = "line {$line}: PHPStan does not report \"{$text}\"";
    }

    return $problems;
}
