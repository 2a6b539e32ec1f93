--TEST--
A signal handler forks before a POST is sent: the child does not report the POST as not executed, because the parent still sends it
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/engine.inc';

// TCP connects because the kernel listens; TLS does not, because nobody accepts.
$listener = stream_socket_server('tcp://127.0.0.1:0');
$client = new Client('key', ['base_uri' => 'https://' . stream_socket_get_name($listener, false), 'timeout' => 3]);
pcntl_async_signals(true);
$child = null;
pcntl_signal(SIGALRM, static function () use (&$child): void {
    $child = pcntl_fork();
});
pcntl_alarm(1);
try {
    $client->orders()->refund('1');
} catch (\Throwable $thrown) {
    if ($child === 0) {
        echo 'child: ', $thrown::class, "\n";
        exit(0);
    }
}
pcntl_waitpid($child, $status);
echo 'parent: ', fault_before_sending($thrown)::class, "\n";
?>
--EXPECT--
child: Aurpay\OutcomeUnknownException
parent: Aurpay\TransportException
