--TEST--
An amount is written as an unquoted JSON number with exactly the given digits: int, decimal string, short float
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

foreach ([
    1, 10, PHP_INT_MAX,
    '1', '10', '10.0', '10.00', '0.1', '0.10', '0.00000001', '0.000000000000000001', '19.99', '9223372036854775808', '99999999999999999999.99',
    '123456789012345678.123456789012345678', str_repeat('9', 98), '0.' . str_repeat('0', 95) . '1',
    1.0, 10.5, 19.99, 0.1, 0.3, 0.0001, 0.12345678, 12345.12345678, 100000000000000.0,
] as $price) {
    echo pay_url_body(['price' => $price]), "\n";
}
?>
--EXPECT--
{"price":1,"currency":"USD"}
{"price":10,"currency":"USD"}
{"price":9223372036854775807,"currency":"USD"}
{"price":1,"currency":"USD"}
{"price":10,"currency":"USD"}
{"price":10.0,"currency":"USD"}
{"price":10.00,"currency":"USD"}
{"price":0.1,"currency":"USD"}
{"price":0.10,"currency":"USD"}
{"price":0.00000001,"currency":"USD"}
{"price":0.000000000000000001,"currency":"USD"}
{"price":19.99,"currency":"USD"}
{"price":9223372036854775808,"currency":"USD"}
{"price":99999999999999999999.99,"currency":"USD"}
{"price":123456789012345678.123456789012345678,"currency":"USD"}
{"price":99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999,"currency":"USD"}
{"price":0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001,"currency":"USD"}
{"price":1,"currency":"USD"}
{"price":10.5,"currency":"USD"}
{"price":19.99,"currency":"USD"}
{"price":0.1,"currency":"USD"}
{"price":0.3,"currency":"USD"}
{"price":0.0001,"currency":"USD"}
{"price":0.12345678,"currency":"USD"}
{"price":12345.12345678,"currency":"USD"}
{"price":100000000000000,"currency":"USD"}
