--TEST--
code 0 with result true is success; another code or result false is a refusal; anything else settles nothing
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

foreach ([
    '{"code":0,"result":false,"data":{}}', '{"code":0,"data":{}}', '{"code":0,"result":1,"data":{}}', '{"code":0,"result":"true","data":{}}', '{"code":1,"result":true,"data":{}}', '{"code":-1,"result":true}',
    '{"code":40005,"result":false}', '{"code":40005,"message":null}', '{"code":40005,"message":["a"]}', '{"code":9223372036854775807,"message":"big"}',
] as $body) {
    throws(static fn () => read($body));
}
show(read('{"code":0,"result":true,"data":[]}'));
show(read(' {"data":{"a":1},"result":true,"message":"ok","extra":1.5,"code":0} '));
?>
--EXPECT--
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: no reason given (code 0, HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: an envelope that says neither yes nor no (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: an envelope that says neither yes nor no (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: an envelope that says neither yes nor no (HTTP status 200)
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: no reason given (code 1, HTTP status 200)
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: no reason given (code -1, HTTP status 200)
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: no reason given (code 40005, HTTP status 200)
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: no reason given (code 40005, HTTP status 200)
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: no reason given (code 40005, HTTP status 200)
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: big (code 9223372036854775807, HTTP status 200)
[]
[a: 1]
