--TEST--
With a handler the network is never used: not for reads, not for other calls, not between retries, not for login
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$before = Client::stats();
$busy = ['status' => 503, 'body' => ''];
$recorder = new Recorder($busy, $busy, success('["read"]'), success('["write"]'), success('["login"]'), $busy);
$client = $recorder->client('key', $server->options());
show($client->orders()->fiatCurrencies());
show($client->orders()->refund('1'));
show(Client::login('user', 'password', $server->options(['handler' => $recorder])));
throws(static fn () => $client->orders()->refund('1'));
echo count($recorder->requests), "\n";
$after = Client::stats();
var_dump($after['requests'] - $before['requests'], $after['bytes_sent'], $after['connections_opened']);
nothing_on_the_wire($server);
?>
--EXPECT--
['read']
['write']
['login']
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it got an answer that is not the API's: an empty body (HTTP status 503); Order::detail() tells whether the order was refunded
6
int(0)
int(0)
int(0)
requests: 0, connections: 0
