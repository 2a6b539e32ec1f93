--TEST--
stats() counts requests, connections opened and reused, retries and the bytes of bodies, over all clients of the process
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

show(Client::stats());
$server = fault_server();
$body = success('[]')['body'];
$server->default(['do' => 'answer', 'body' => $body]);
(new Client('key', $server->options()))->orders()->fiatCurrencies();
(new Client('other', $server->options()))->request('POST', '/x', ['a' => 'bcd']);
(new Client('other', $server->options()))->orders()->refund('1');
$server->script(['do' => 'answer', 'status' => 503, 'body' => '']);
(new Client('key', $server->options()))->orders()->fiatCurrencies();
$stats = Client::stats();
var_dump($stats['bytes_sent'] === strlen('{"a":"bcd"}'), $stats['bytes_received'] === 4 * strlen($body));
unset($stats['bytes_sent'], $stats['bytes_received']);
$own = connections_of_their_own(2);
$stats['connections_opened'] -= $own;
$stats['connections_reused'] += $own;
show($stats);
echo 'requests: ', $server->counts()['requests'], ', connections: ', $server->counts()['connections'] - $own, "\n";
$server->stop();
?>
--EXPECT--
[requests: 0, connections_opened: 0, connections_reused: 0, retries: 0, bytes_sent: 0, bytes_received: 0, logger_failures: 0]
bool(true)
bool(true)
[requests: 5, connections_opened: 1, connections_reused: 4, retries: 1, logger_failures: 0]
requests: 5, connections: 1
