--TEST--
A signal handler that exits, and the end of max_execution_time, end a call in flight without a leak or a crash
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

// A fatal error in the handler is a bail-out: the engine jumps over the call.
register_shutdown_function(static function () use ($client, $server): void {
    echo "\nshutdown function: ", $client->orders()->detail('2')['target'], "\n";
    pcntl_signal(SIGALRM, static fn () => exit('exit in the handler'));
    $server->script('silent');
    pcntl_alarm(1);
    $client->orders()->refund('3');
});
pcntl_signal(SIGALRM, static fn () => str_repeat('x', PHP_INT_MAX - 1000));
$server->script('silent');
pcntl_alarm(1);
$client->orders()->refund('1');
?>
--EXPECTF--
Fatal error: Allowed memory size of %s in %s on line %d

shutdown function: /api/v2/order/detail/2
exit in the handler
