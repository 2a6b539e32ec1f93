--TEST--
A list under a money field is a list of money, however nested; an object under it has its own fields
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

show(decoded('{"amount":[1,[2,[3.0]],{"x":4,"fee":5}],"other":[6,{"amount":[7]}],"after":8}'));
show(decoded('{"amount":{"x":1,"amount":2},"y":3}'));
?>
--EXPECT--
[amount: ['1', ['2', ['3.0']], [x: 4, fee: '5']], other: [6, [amount: ['7']]], after: 8]
[amount: [x: 1, amount: '2'], y: 3]
