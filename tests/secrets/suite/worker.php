<?php

/*
 * Shows everything that one group of tests brings to light: see run.php.
 *
 * usage: php -d extension=EXTENSION worker.php GROUP SEED plain|rich [EVERY]
 */

declare(strict_types=1);

namespace AurpayTest\Secrets;

require __DIR__ . '/load.php';

/** @var array{string, string, string, string, 4?: string} $argv */
[, $group, $seed, $alphabet] = $argv;
Output::$every = (int) ($argv[4] ?? 1);
Output::$first = crc32($seed);
Markers::begin($seed, $alphabet === 'rich');
require __DIR__ . "/groups/{$group}.php";
Witness::begin();
$class = __NAMESPACE__ . "\\{$group}";
(new $class())->run();
Output::end();
