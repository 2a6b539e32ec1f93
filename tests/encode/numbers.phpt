--TEST--
Numbers in request(): the smallest and the largest int, floats in shortest form, nested floats under the same rule as amounts
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

echo body_of(['min' => PHP_INT_MIN, 'max' => PHP_INT_MAX, 'zero' => 0, 'f' => 0.1, 'whole' => 2.0, 'negative' => -0.5, 'minus' => -0.0]), "\n";
echo body_of(['min' => PHP_INT_MIN, 'max' => PHP_INT_MAX, 'f' => 0.1, 'b' => true, 'c' => false], 'GET'), "\n";
throws(static fn () => body_of(['items' => [['price' => 0.1 + 0.2]]]));
throws(static fn () => body_of(['items' => [['price' => NAN]]]));
throws(static fn () => body_of(['f' => INF], 'GET'));
?>
--EXPECT--
{"min":-9223372036854775808,"max":9223372036854775807,"zero":0,"f":0.1,"whole":2,"negative":-0.5,"minus":-0}
min=-9223372036854775808&max=9223372036854775807&f=0.1&b=true&c=false
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "items" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "items" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "f" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
