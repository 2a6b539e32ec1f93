--TEST--
Status, headers and body of a handler's answer are optional: 200, none, empty; references are followed
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$body = '{"code":0,"result":true,"data":[1]}';
$status = 200;
$headers = ['a-trace-id' => 'by-reference'];
foreach ([
    ['body' => $body],
    ['body' => &$body, 'status' => &$status, 'headers' => &$headers],
    ['body' => $body, 'headers' => []],
] as $answer) {
    $client = new Client('key', ['handler' => static fn () => $answer]);
    show($client->orders()->fiatCurrencies());
    show($client->lastResponse()['trace_id']);
}
throws(static fn () => (new Client('key', ['handler' => static fn () => []]))->orders()->fiatCurrencies());
?>
--EXPECT--
[1]
NULL
[1]
'by-reference'
[1]
NULL
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: an empty body (HTTP status 200)
