--TEST--
A list under a money field is a list of money, however nested; an object under it has its own fields
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

show(decoded('{"amount":[1,[2,[3.0]],{"x":4,"fee":5}],"other":[6,{"amount":[7]}],"after":8}'));
show(decoded('{"amount":{"x":1,"amount":2},"y":3}'));
// Keys from 0 on do not make a list of an object.
show(decoded('{"amount":{"0":1,"1":2,"2":"1e2"},"fee":[{"0":1},[{"0":"1e2"},3]],"price":{"0":[1.0]}}'));
?>
--EXPECT--
[amount: ['1', ['2', ['3.0']], [x: 4, fee: '5']], other: [6, [amount: ['7']]], after: 8]
[amount: [x: 1, amount: '2'], y: 3]
[amount: [1, 2, '1e2'], fee: [[1], [['1e2'], '3']], price: [['1.0']]]
