<?php

declare(strict_types=1);

// The sandbox's own tests: php sandbox/tests/run.php [words of a title…]

namespace Aurpay\Sandbox\Tests;

use Aurpay\Sandbox\Process\Guard;

require __DIR__ . '/../autoload.php';

// A place of our own, so that "nothing is left behind" can be seen.
// (sys_get_temp_dir() would remember its first answer.)
$directory = (getenv('TMPDIR') ?: '/tmp') . '/sandbox-tests-' . bin2hex(random_bytes(4));
mkdir($directory, 0700);
putenv("TMPDIR=$directory");
// However these tests end, by Ctrl-C or SIGKILL, nothing is left of them.
Guard::start();
Guard::watchDirectory($directory);

foreach (['Failed', 'Suite', 'Check', 'Answer', 'Http', 'Sandbox', 'Shop'] as $class) {
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
