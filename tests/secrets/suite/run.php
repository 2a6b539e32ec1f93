<?php

/*
 * Sends secrets through everything that can fail, and searches for them in all that is written and in memory:
 * ./dev secrets.
 *
 * usage: php run.php EXTENSION WATCHED-EXTENSION SEED sample|full FINDINGS [GROUP...]
 *
 * FINDINGS is the file to which all findings are written.
 */

declare(strict_types=1);

namespace AurpayTest\Secrets;

require __DIR__ . '/load.php';
foreach (['Job', 'Result', 'Finding', 'Search', 'Symbols', 'Image', 'Runner', 'Suite', 'groups/Ends', 'groups/Remains'] as $class) {
    require __DIR__ . "/{$class}.php";
}

/** @var array{string, string, string, string, string, string} $argv */
[, $extension, $watched, $seed, $amount, $findings] = $argv;
exit((new Suite([$extension, $watched], $seed, $findings, $amount === 'full', array_slice($argv, 6)))->run() ? 0 : 1);
