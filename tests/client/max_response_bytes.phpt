--TEST--
An answer as large as max_response_bytes is accepted; a larger one settles nothing, also when it is small on the wire
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

function padded(int $bytes): string
{
    $envelope = '{"code":0,"result":true,"data":{}}';

    return $envelope . str_repeat(' ', $bytes - strlen($envelope));
}

$server = fault_server();
$client = new Client('key', $server->options(['max_response_bytes' => 2000]));
$server->script(
    ['do' => 'answer', 'body' => padded(2000)],
    ['do' => 'answer', 'body' => padded(2001)],
    ['do' => 'answer', 'body' => padded(200000), 'gzip' => true],
);
var_dump($client->orders()->fiatCurrencies());
throws(static fn () => $client->orders()->refund('1'));
throws(static fn () => $client->orders()->refund('1'));
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECTF--
array(0) {
}
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it %smax_response_bytes%S; Order::detail() tells whether the order was refunded
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it %smax_response_bytes%S; Order::detail() tells whether the order was refunded
requests: 3
