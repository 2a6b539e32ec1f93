--TEST--
memory_limit ends the script while Client::sign() builds its result; nothing leaks, as a sanitizer or valgrind would report
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--INI--
display_errors=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/engine.inc';

// An allocator that is not tracked has no limit.
$isLimited = getenv('USE_ZEND_ALLOC') !== '0' || getenv('USE_TRACKED_ALLOC');
// Each round reaches the limit at another place in the method, because the kept results differ by a few bytes.
for ($i = 0; $i < 8; $i++) {
    $child = pcntl_fork();
    if ($child) {
        pcntl_waitpid($child, $status);
        continue;
    }
    $client = new Client(Credentials::signature('token', 'secret'));
    $target = '/' . str_repeat('x', 1900 + 10 * $i);
    // The array has room for all results, so the loop itself takes no memory.
    $kept = array_fill(0, 10000, null);
    ini_set('memory_limit', (string) (memory_get_usage() + 4 * 1024 * 1024));
    register_shutdown_function(static function () use ($client, &$kept, $isLimited): void {
        $kept = null;
        ini_set('memory_limit', '-1');
        echo $isLimited && !error_get_last() ? "the limit was not reached\n" : '';
        echo $client->sign('GET', '/', null, '2024-06-17T00:00:00Z')['origin'], "\n";
    });
    for ($j = 0; $j < 10000; $j++) {
        $kept[$j] = $client->sign('POST', $target, 'body');
    }
    exit(0);
}
?>
--EXPECT--
HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /
HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /
HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /
HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /
HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /
HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /
HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /
HMAC-SHA256 | 2024-06-17T00:00:00Z | GET /
