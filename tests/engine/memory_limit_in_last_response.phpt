--TEST--
memory_limit ends the script while a call is recorded for lastResponse(); in a shutdown function lastResponse() still tells of a whole call
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--INI--
display_errors=0
error_log=/dev/null
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/engine.inc';

/** Each text is as long as a path, so that the next path may find no memory; the array itself does not grow. */
$kept = array_fill(0, 20000, null);

/** Makes calls; the last one's handler keeps that many texts. Prints lastResponse() if memory_limit ended the call. */
function keep(int $texts, int $calls): bool
{
    $child = pcntl_fork();
    if ($child) {
        pcntl_waitpid($child, $status);
        echo pcntl_wifsignaled($status) ? 'signal ' . pcntl_wtermsig($status) . "\n" : '';

        return pcntl_wifexited($status) && pcntl_wexitstatus($status) === 0;
    }
    $answer = ['body' => '{"code":0,"result":true,"data":[]}'];
    $client = new Client('key', ['handler' => static function (string $method, string $target, array $headers, string $body) use (&$calls, $texts, $answer): array {
        global $kept;
        if ($calls === 0) {
            $kept[0] = [$method, $target, $headers, $body];
            for ($i = 1; $i <= $texts; $i++) {
                $kept[$i] = str_repeat('x', 1500);
            }
        }

        return $answer;
    }]);
    ini_set('memory_limit', (string) (memory_get_usage() + 4 * 1024 * 1024));
    register_shutdown_function(static function () use ($client): void {
        if (error_get_last()) {
            unset($GLOBALS['kept']);
            ini_set('memory_limit', '-1');
            // These texts take over freed memory.
            for ($i = 0, $texts = []; $i < 100; $i++) {
                $texts[] = str_repeat('Z', 60 + $i);
            }
            $GLOBALS['path'] = $client->lastResponse()['path'] ?? '/';
            echo preg_match('~^/(a{90}|b{1500})?$~', $GLOBALS['path']) ? '' : "{$GLOBALS['path']}\n";
        }
    });
    while ($calls--) {
        $client->request('GET', '/' . str_repeat($calls ? 'a' : 'b', $calls ? 90 : 1500));
    }
    exit(0);
}

// The first call of a client, and a later one.
foreach ([1, 2] as $calls) {
    // An allocator that is not tracked has no limit.
    $fits = 0;
    for ($step = 8192; $step >= 1; $step >>= 1) {
        $fits += keep($fits + $step, $calls) ? $step : 0;
    }
    if ($fits === 16383 && (getenv('USE_ZEND_ALLOC') !== '0' || getenv('USE_TRACKED_ALLOC'))) {
        echo "the limit was not reached\n";
    }
}
?>
--EXPECT--
