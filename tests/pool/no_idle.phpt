--TEST--
With aurpay.max_idle_connections=0 each call closes its connection when it has ended, over HTTP/1.1 and HTTP/2
--INI--
aurpay.max_idle_connections=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

echo 'set to ', ini_get('aurpay.max_idle_connections'), "\n";
$server = fault_server('--tls');
$client = new Client('key', $server->options());
$client->orders()->detail('1');
echo 'after a read: ', implode(', ', $server->waitForEnds(1, 5)), "\n";
$client->request('POST', '/post', ['a' => 1]);
echo 'after a write: ', implode(', ', $server->waitForEnds(2, 5)), "\n";
$client->orders()->details(array_map(strval(...), range(1, 20)));
$connections = $server->connections();
$ended = count($server->waitForEnds($connections, 5));
echo 'after 20 reads at once: ', $ended === $connections ? 'all' : "{$ended} of {$connections}", " ended\n";
$server->stop();

$server = fault_server('--http2');
$client = new Client('key', $server->options());
$client->orders()->detail('1');
$client->request('POST', '/post', ['a' => 1]);
echo "HTTP/2, two calls: {$server->connections()} connections\n";
$server->stop();
?>
--EXPECT--
set to 0
after a read: close_notify
after a write: close_notify, close_notify
after 20 reads at once: all ended
HTTP/2, two calls: 2 connections
