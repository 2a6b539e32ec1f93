--TEST--
confirm() compares prices as decimals: 10, 10.0 and 10.00, sent as number or string, are equal; no other price is
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

foreach ([[10, '10'], ['10', '"10"'], ['10.0', '"10.00"'], ['10.00', '10'], ['10', '10.000'], ['10.00', '10.0'], [PHP_INT_MAX, '9223372036854775807.0'],
    ['0.1', '0.10'], ['123456789012345678.123456789012345678', '123456789012345678.1234567890123456780'], ['9999999999999999999999', '9999999999999999999999'], ['10', '"1e1"'], ['10', '1e1'], ['0.0015', '1.5E-3'], ['1320000000000000000000', '1.32e+21'],
] as [$price, $wire]) {
    confirm(order(price: $wire), $price);
}
foreach ([
    ['10.00', '"10.01"'], ['10.00', '"9.99"'], ['10.00', '"100"'], ['10.00', '"1"'], ['10.00', '"1000"'], ['10.00', '"-10.00"'], ['10.000000000000000001', '10.000000000000000002'], ['123456789012345678', '123456789012345679'],
    ['10.00', '"0"'], ['10.00', '0'], ['10.00', '-10'], ['10', '"1e2"'], ['10', '1e0'], ['10', '1e96'], ['10', '"0x0A"'], ['10', '" 10"'], ['10', '"10 "'], ['10', '"+10"'], ['10', '"010"'], ['10', '"10,00"'], ['10', '""'], ['10', 'null'], ['10', 'true'],
    ['10', '[10]'], ['10', '{"amount":10}'], ['10', '"10\u0000"'],
] as [$price, $wire]) {
    confirm(order(price: $wire), $price);
}
confirm('{"order_id":"77","status":"SUCCESS","vs_currency":"USD","amount":"10","price":"10"}');
?>
--EXPECT--
paid
paid
paid
paid
paid
paid
paid
paid
paid
paid
paid
paid
paid
paid
Price: The order is not paid as expected: its price is "10.01", not "10.00"
Price: The order is not paid as expected: its price is "9.99", not "10.00"
Price: The order is not paid as expected: its price is "100", not "10.00"
Price: The order is not paid as expected: its price is "1", not "10.00"
Price: The order is not paid as expected: its price is "1000", not "10.00"
Price: The order is not paid as expected: its price is "-10.00", not "10.00"
Price: The order is not paid as expected: its price is "10.000000000000000002", not "10.000000000000000001"
Price: The order is not paid as expected: its price is "123456789012345679", not "123456789012345678"
Price: The order is not paid as expected: its price is "0", not "10.00"
Price: The order is not paid as expected: its price is "0", not "10.00"
Price: The order is not paid as expected: its price is "-10", not "10.00"
Price: The order is not paid as expected: its price is "100", not "10"
Price: The order is not paid as expected: its price is "1", not "10"
Price: The order is not paid as expected: its price is "1e96", not "10"
Price: The order is not paid as expected: its price is "0x0A", not "10"
Price: The order is not paid as expected: its price is " 10", not "10"
Price: The order is not paid as expected: its price is "10 ", not "10"
Price: The order is not paid as expected: its price is "+10", not "10"
Price: The order is not paid as expected: its price is "010", not "10"
Price: The order is not paid as expected: its price is "10,00", not "10"
Price: The order is not paid as expected: its price is "", not "10"
Price: The order is not paid as expected: its price is "", not "10"
Price: The order is not paid as expected: its price is "", not "10"
Price: The order is not paid as expected: its price is "", not "10"
Price: The order is not paid as expected: its price is "", not "10"
Price: The order is not paid as expected: its price is "10 ", not "10"
Price: The order is not paid as expected: its price is "", not "10.00"
