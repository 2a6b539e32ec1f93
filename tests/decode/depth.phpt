--TEST--
An answer nested 60 levels deep is decoded exactly, one of 65 levels is a ResponseException, and depth uses no stack
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

function nested(int $levels, bool $list, string $inner): string
{
    return $list ? str_repeat('[', $levels) . $inner . str_repeat(']', $levels)
        : str_repeat('{"amount":', $levels) . $inner . str_repeat('}', $levels);
}

foreach ([true, false] as $list) {
    $value = decoded(nested(59, $list, '1.50'));
    for ($levels = 0; is_array($value); $levels++) {
        $value = current($value);
    }
    echo $levels, ' ', describe($value), "\n";
    throws(static fn () => read(success(nested(64, $list, '1'))['body']));
    throws(static fn () => read(success(nested(100000, $list, '1.5'))['body']));
}
throws(static fn () => read(str_repeat('[', 1000000)));
?>
--EXPECT--
59 '1.50'
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON nested more than 64 levels deep (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON nested more than 64 levels deep (HTTP status 200)
59 '1.50'
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON nested more than 64 levels deep (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON nested more than 64 levels deep (HTTP status 200)
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: JSON nested more than 64 levels deep (HTTP status 200)
