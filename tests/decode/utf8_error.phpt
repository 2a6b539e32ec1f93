--TEST--
An answer with invalid UTF-8 in a value or a key, or with a lone surrogate, is a ResponseException
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

foreach (["\"\xff\"", "\"a\xc3\"", "\"\xed\xa0\x80\"", "{\"\xff\":1.5}", '"\ud83d"', '"\ude00"'] as $data) {
    expect_exception(static fn () => read(success($data)['body']), \Aurpay\ResponseException::class);
}
?>
--EXPECT--
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200)
