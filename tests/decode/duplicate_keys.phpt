--TEST--
When an answer has a key twice, the last one counts, as in every decoder, for money too
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

show(decoded('{"amount":1,"amount":2.0,"n":1.5,"n":2}'));
throws(static fn () => read('{"code":0,"result":true,"data":{},"code":40005}'));
?>
--EXPECT--
[amount: '2.0', n: 2]
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: no reason given (code 40005, HTTP status 200)
