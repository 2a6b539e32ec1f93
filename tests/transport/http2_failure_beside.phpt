--TEST--
An HTTP/2 connection on which a call failed is not used again by a signal handler that still runs inside of that call
--SKIPIF--
<?php
require __DIR__ . '/../support/harness.php';
if (!function_exists('pcntl_alarm')) {
    die('skip needs ext-pcntl');
}
AurpayTest\skip_unless_supported('--http2');
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportException;

require __DIR__ . '/../support/harness.php';

const OUTER_SECONDS = 3;

$server = fault_server('--http2');
$inner = new Client('key', $server->options());
$outer = new Client('key', $server->options(['retries' => 0, 'timeout' => OUTER_SECONDS]));
$inner->request('GET', '/warm');

$until = microtime(true) + OUTER_SECONDS + 1;
$calls = ['reused' => 0, 'new' => 0];
pcntl_async_signals(true);
pcntl_signal(SIGALRM, static function () use ($inner, $until, &$calls): void {
    do {
        $inner->request('GET', '/inside');
        $calls[$inner->lastResponse()['reused_connection'] ? 'reused' : 'new']++;
        usleep(20000);
    } while (microtime(true) < $until);
});
pcntl_alarm(1);
$server->script(['do' => 'drip', 'body' => str_repeat(' ', 100), 'interval' => 1]);
expect_exception(static fn () => $outer->request('GET', '/fails'), TransportException::class);
echo $calls['reused'] > 1 ? 'the connection was shared' : 'it was not shared', ', ';
echo $calls['new'] > 0 ? 'and then there was a new one' : 'and there was no new one', "\n";
$server->stop();
?>
--EXPECT--
Aurpay\TransportException: GET /fails failed: timed out after N seconds (option timeout) in the middle of the answer from 127.0.0.1:PORT
the connection was shared, and then there was a new one
