<?php

declare(strict_types=1);

// Runs one scenario, on the first of two machines; see Machines::run().

namespace Aurpay\Sandbox\Tests;

require dirname(__DIR__) . '/autoload.php';

/** @var array<string, \Closure(): void> $scenarios */
$scenarios = require __DIR__ . '/scenarios.php';
/** @var list<string> $argv */
$scenarios[$argv[1] ?? '']();
