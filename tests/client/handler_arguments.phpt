--TEST--
The handler gets method, target, headers by name and body; what it returns is the answer
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$handler = static function (mixed ...$arguments): array {
    show($arguments);

    return ['status' => 200, 'headers' => ['A-Trace-Id' => 'abc'], 'body' => '{"code":0,"result":true,"data":{"a":1}}'];
};
$client = new Client('key', ['handler' => $handler]);
show($client->orders()->list(['page' => 1]));
show($client->orders()->createPayUrl(['price' => 10, 'currency' => 'USD']));
show($client->orders()->refund('7'));
?>
--EXPECT--
['GET', '/api/v2/order/?page=1', [Accept: 'application/json', API-Key: 'key'], '']
[a: 1]
['POST', '/api/order/pay-url', [Accept: 'application/json', Content-Type: 'application/json', API-Key: 'key'], '{"price":10,"currency":"USD"}']
[a: 1]
['POST', '/api/v2/order/refund/7', [Accept: 'application/json', API-Key: 'key'], '']
[a: 1]
