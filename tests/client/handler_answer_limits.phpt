--TEST--
A handler's body is limited as one from the network: at max_response_bytes it is an answer, and a byte more settles nothing
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$envelope = '{"code":0,"result":true,"data":{}}';
foreach ([2000, 2001] as $bytes) {
    $recorder = new Recorder(['body' => $envelope . str_repeat(' ', $bytes - strlen($envelope))]);
    $orders = $recorder->client('key', ['max_response_bytes' => 2000])->orders();
    throws(static fn () => $orders->refund('1'));
    throws(static fn () => $orders->detail('1'));
    echo count($recorder->requests), " requests\n";
}
?>
--EXPECT--
nothing was thrown
nothing was thrown
2 requests
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it got an answer that is not the API's: more bytes than the option max_response_bytes allows (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: more bytes than the option max_response_bytes allows (HTTP status 200)
2 requests
