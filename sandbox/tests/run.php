<?php

declare(strict_types=1);

// The sandbox's own tests: php sandbox/tests/run.php [words of a title…]

namespace Aurpay\Sandbox\Tests;

use Aurpay\Sandbox\Process\Guard;

require __DIR__ . '/../autoload.php';

// Use a separate folder, so that tests can see that no file is left behind.
// (sys_get_temp_dir() would return the folder of its first call.)
$directory = (getenv('TMPDIR') ?: '/tmp') . '/sandbox-tests-' . bin2hex(random_bytes(4));
mkdir($directory, 0700);
putenv("TMPDIR=$directory");
// The guard cleans up even after Ctrl-C or SIGKILL.
Guard::start();
Guard::watchDirectory($directory);

foreach (['Failed', 'Suite', 'Check', 'Answer', 'Http', 'Sandbox', 'Shop', 'ShopSocket', 'Peer'] as $class) {
    require __DIR__ . "/support/$class.php";
}

/** @var list<string> $argv */
$suite = new Suite(array_slice($argv, 1));
foreach (glob(__DIR__ . '/cases/*.php') ?: [] as $file) {
    /** @var \Closure(Suite): void $cases */
    $cases = require $file;
    $cases($suite);
}
$code = $suite->finish();
\Aurpay\Sandbox\Process\Workspace::remove($directory);
exit($code);
