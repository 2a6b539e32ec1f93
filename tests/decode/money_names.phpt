--TEST--
A money field is known by its whole name, also when JSON escapes it; a part of a name or a value does not count
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

show(decoded('{"\u0061mount":1,"\u0061\u006D\u006f\u0075\u006E\u0074":2}'));
show(decoded('{"amount_x":1,"xamount":2,"Amount":3,"amoun":4,"":5,"a\"amount":6,"amount\\\\":7,"amount ":8}'));
show(decoded('["amount",1,"price",2]'));
show(decoded('{"k":"amount","n":1}'));
show(decoded('{"k":"\"amount\":","n":1, "amount" : 2 ,' . "\r\n\t" . '"fee"' . "\n:\t" . '3}'));
show(decoded('{"' . str_repeat('a', 100) . '":1}'));
?>
--EXPECT--
[amount: '2']
[amount_x: 1, xamount: 2, Amount: 3, amoun: 4, : 5, a"amount: 6, amount\: 7, amount : 8]
['amount', 1, 'price', 2]
[k: 'amount', n: 1]
[k: '"amount":', n: 1, amount: '2', fee: '3']
[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: 1]
