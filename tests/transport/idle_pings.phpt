--TEST--
Over HTTP/2, PINGs and SETTINGS that wait on an idle connection do not stop its reuse, and 100 concurrent reads share one connection
--SKIPIF--
<?php
require __DIR__ . '/../support/harness.php';
AurpayTest\skip_unless_supported('--http2');
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$frames = [
    'a PING' => "\0\0\x08\x06\0\0\0\0\0pingping",
    'SETTINGS' => "\0\0\0\x04\0\0\0\0\0",
    'both' => "\0\0\x08\x06\0\0\0\0\0pingping\0\0\0\x04\0\0\0\0\0",
];
$server = fault_server('--http2');
$client = new Client('key', $server->options(['retries' => 0, 'concurrency' => 100]));
foreach ($frames as $name => $bytes) {
    foreach (['GET', method_on_shared_connections()] as $method) {
        $before = $server->prepare(['script' => [['do' => 'answer', 'late' => $bytes]]]);
        $client->request('GET', '/warm');
        $server->waitForLate($before['late'] + 1);
        echo "{$name}, {$client->request($method, '/next')['target']} over HTTP/{$client->lastResponse()['http_version']}\n";
    }
}
echo $server->connections(), " connection\n";
$details = $client->orders()->details(array_map(strval(...), range(1, 100)));
echo count($details), ' reads, ', multiplexed_connections($server->connections(), 0), " connection\n";
$server->stop();
?>
--EXPECT--
a PING, /next over HTTP/2
a PING, /next over HTTP/2
SETTINGS, /next over HTTP/2
SETTINGS, /next over HTTP/2
both, /next over HTTP/2
both, /next over HTTP/2
1 connection
100 reads, 1 connection
