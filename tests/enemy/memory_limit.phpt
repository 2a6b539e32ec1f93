--TEST--
memory_limit is reached at every step of a call of every kind: nothing leaks, shutdown functions can make calls, and the process ends orderly
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--ENV--
USE_ZEND_ALLOC=0
USE_TRACKED_ALLOC=1
--INI--
display_errors=0
error_log=/dev/null
--FILE--
<?php

// This allocator of the engine knows its limit to the byte; the usual one only notices when it needs two more megabytes.

namespace AurpayTest\Enemy;

use AurpayTest\Child;

require __DIR__ . '/suite/load.php';

/** Runs a call with so many bytes left, in a process of its own. Returns the status, or a text about a signal. */
function status(\Closure $call, int $bytes): int|string
{
    $child = pcntl_fork();
    if ($child > 0) {
        pcntl_waitpid($child, $status);

        return pcntl_wifexited($status) ? (int) pcntl_wexitstatus($status) : 'signal ' . pcntl_wtermsig($status);
    }
    // Makes a connection, and fills caches.
    try {
        $call();
    } catch (\Throwable $thrown) {
        echo "the call fails without a limit: {$thrown->getMessage()}\n";
        exit(1);
    }
    $reserve = str_repeat('x', 1 << 20);
    register_shutdown_function(static function () use (&$reserve, $call): void {
        // After a fatal error there would be no memory for anything.
        $reserve = null;
        ini_set('memory_limit', '-1');
        $call();
        $call();
    });
    ini_set('memory_limit', (string) (memory_get_usage() + 600 + $bytes));
    $call();
    exit(0);
}

// The limit may not be smaller than this.
$filler = str_repeat('x', 4 << 20);
$step = getenv('AURPAY_ENEMY_FULL') ? 64 : 1024;
$limits = 0;
$server = Child::python('../enemy/signalling_server.py');
$uri = $server->info['base_uri'];
foreach (Kinds::withHandler() + Kinds::onWire(['base_uri' => "{$uri}/aurpay"], ['base_uri' => "{$uri}/azpays"]) as $name => $call) {
    for ($bytes = 0, $complete = 0; $complete < 2; $bytes += $step) {
        $status = status($call, $bytes);
        $complete += $status === 0 ? 1 : 0;
        $limits += $status === 255 ? 1 : 0;
        if (!in_array($status, [0, 255], true) || $bytes > 10 << 20) {
            echo "{$name} with {$bytes} bytes: status {$status}\n";
            break;
        }
    }
}
$server->stop();
echo $limits > 200 ? "the limit was reached in all of them\n" : "{$limits} limits\n";
?>
--EXPECT--
the limit was reached in all of them
