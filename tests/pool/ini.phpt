--TEST--
aurpay.max_idle_connections and aurpay.max_idle_seconds limit the idle connections, as the servers see; they belong to the process and cannot be set at run time
--INI--
aurpay.max_idle_connections=1
aurpay.max_idle_seconds=1
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

echo ini_get('aurpay.max_idle_connections'), ' ', ini_get('aurpay.max_idle_seconds'), "\n";
var_dump(ini_set('aurpay.max_idle_seconds', '9'));

$servers = [fault_server('--tls'), fault_server('--tls')];
[$first, $second] = array_map(static fn (FaultServer $server) => (new Client('key', $server->options()))->orders(), $servers);
$first->detail('1');
$first->detail('2');
echo "one host: {$servers[0]->connections()} connection\n";
$second->detail('3');
$first->detail('4');
echo "two hosts in turn, one idle connection kept: {$servers[0]->connections()} and {$servers[1]->connections()} connections\n";
sleep(3);
$first->detail('5');
echo "after idling: {$servers[0]->connections()} connections\n";
array_map(static fn (FaultServer $server) => $server->stop(), $servers);
?>
--EXPECT--
1 1
bool(false)
one host: 1 connection
two hosts in turn, one idle connection kept: 2 and 1 connections
after idling: 3 connections
