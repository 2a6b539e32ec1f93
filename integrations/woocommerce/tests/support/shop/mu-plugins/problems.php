<?php

declare(strict_types=1);

// Records warnings, notices and deprecations together with who has caused them: the file that PHP names is often one of
// WordPress, which complains about its caller.

set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    if ((error_reporting() & $level) === 0) {
        return false;
    }
    $isCore = static fn (string $path): bool => preg_match('~/(wp-includes|wp-admin|mu-plugins)/~', $path) === 1;
    $caller = "$file:$line";
    if ($isCore($file)) {
        foreach (debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS, 40) as $frame) {
            if (isset($frame['file']) && !$isCore($frame['file'])) {
                $caller = $frame['file'] . ':' . ($frame['line'] ?? 0);
                break;
            }
        }
    }
    $problem = ['level' => $level, 'message' => $message, 'place' => "$file:$line", 'caller' => $caller];
    $json = json_encode($problem, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES);
    file_put_contents(AURPAY_TEST_STATE . '/problems.jsonl', "$json\n", FILE_APPEND | LOCK_EX);

    // PHP logs it as usual.
    return false;
});
