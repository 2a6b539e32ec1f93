--TEST--
A read whose answer is larger than max_response_bytes is a ResponseException, and it is not retried
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client('key', $server->options(['max_response_bytes' => 2000]));
$server->script(['do' => 'answer', 'body' => str_repeat(' ', 2001)], ['do' => 'answer', 'body' => str_repeat(' ', 200000), 'gzip' => true]);
throws(static fn () => $client->orders()->fiatCurrencies());
throws(static fn () => $client->orders()->fiatCurrencies());
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECTF--
Aurpay\ResponseException: GET /api/order/pay/real-currency %smax_response_bytes%S
Aurpay\ResponseException: GET /api/order/pay/real-currency %smax_response_bytes%S
requests: 2
