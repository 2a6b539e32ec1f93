--TEST--
A fatal error in a signal handler jumps out of the call in flight and leaves nothing behind: the next call works
--SKIPIF--
<?php

if (!function_exists('pcntl_alarm')) {
    die('skip needs ext-pcntl');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$client = new Client('key', $server->options(['timeout' => 60]));
pcntl_async_signals(true);
register_shutdown_function(static function () use ($client, $server): void {
    echo "\nshutdown function: ", $client->orders()->detail('2')['target'], "\n";
    echo 'the server saw: ', implode(', ', array_map(basename(...), array_column($server->log(), 'target'))), "\n";
});
pcntl_signal(SIGALRM, static fn () => str_repeat('x', PHP_INT_MAX - 1000));
$server->script('silent');
pcntl_alarm(1);
$client->orders()->refund('1');
?>
--EXPECTF--
Fatal error: Allowed memory size of %s in %s on line %d

shutdown function: /api/v2/order/detail/2
the server saw: 1, 2
