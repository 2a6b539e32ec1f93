--TEST--
A large answer is decoded whole: 20000 rows with decimals of 36 digits
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

$digits = '123456789012345678.123456789012345678';
$rows = decoded('[' . implode(',', array_fill(0, 20000, '{"amount":' . $digits . ',"id":1}')) . ']');
var_dump(count($rows), $rows === array_fill(0, 20000, ['amount' => $digits, 'id' => 1]));
?>
--EXPECT--
int(20000)
bool(true)
