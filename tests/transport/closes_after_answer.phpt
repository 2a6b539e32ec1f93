--TEST--
A server promises keep-alive and closes after every answer, with close_notify, without it, or with a reset: no call fails because of it, and each refund is executed once
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$ways = [
    'https' => [['--tls'], [], 20],
    'https without close_notify' => [['--tls'], ['notify' => false], 20],
    'http' => [[], [], 20],
    // Half a second later, because an immediate reset would destroy the answer.
    'https, reset' => [['--tls'], ['reset' => true, 'close_after' => 0.5], 4],
];
foreach ($ways as $name => [$arguments, $options, $calls]) {
    $server = fault_server(...$arguments);
    $server->default($options + ['do' => 'answer', 'close_after' => 0]);
    $client = new Client('key', $server->options(['retries' => 0]));
    for ($i = 0; $i < $calls; $i++) {
        $i % 2 ? $client->orders()->detail('1') : $client->orders()->refund('1');
        wait_for_end($server->port());
    }
    echo "{$name}: {$server->executed()} executed on {$server->connections()} connections\n";
    $server->stop();
}
echo 'retries: ', Client::stats()['retries'], "\n";
?>
--EXPECT--
https: 20 executed on 20 connections
https without close_notify: 20 executed on 20 connections
http: 20 executed on 20 connections
https, reset: 4 executed on 4 connections
retries: 0
