--TEST--
Money fields are always strings of exactly the digits on the wire, whether the service sends an int, a decimal or a string
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

foreach (['amount', 'price', 'vs_price', 'fee', 'network_fee', 'obtained', 'balance'] as $field) {
    show(decoded('{"' . $field . '":18,"a":{"' . $field . '":18.0},"b":[{"' . $field . '":"18.00"}],"c":{"' . $field . '":0},"d":{"' . $field . '":-5}}'));
}
show(decoded('{"obtained":null,"fee":false,"amount":"","price":{"amount":1,"x":1},"balance":[]}'));
?>
--EXPECT--
[amount: '18', a: [amount: '18.0'], b: [[amount: '18.00']], c: [amount: '0'], d: [amount: '-5']]
[price: '18', a: [price: '18.0'], b: [[price: '18.00']], c: [price: '0'], d: [price: '-5']]
[vs_price: '18', a: [vs_price: '18.0'], b: [[vs_price: '18.00']], c: [vs_price: '0'], d: [vs_price: '-5']]
[fee: '18', a: [fee: '18.0'], b: [[fee: '18.00']], c: [fee: '0'], d: [fee: '-5']]
[network_fee: '18', a: [network_fee: '18.0'], b: [[network_fee: '18.00']], c: [network_fee: '0'], d: [network_fee: '-5']]
[obtained: '18', a: [obtained: '18.0'], b: [[obtained: '18.00']], c: [obtained: '0'], d: [obtained: '-5']]
[balance: '18', a: [balance: '18.0'], b: [[balance: '18.00']], c: [balance: '0'], d: [balance: '-5']]
[obtained: NULL, fee: false, amount: '', price: [amount: '1', x: 1], balance: []]
