--TEST--
confirm() refuses an order of zero as unpaid, whatever price the shop expects
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

foreach (['0', '"0.0"', '"0.00"', '-0', '"-0"', '"-10"'] as $wire) {
    confirm(order(price: $wire), '0.01');
}
?>
--EXPECT--
Price: The order is not paid as expected: its price is "0", not "0.01"
Price: The order is not paid as expected: its price is "0.0", not "0.01"
Price: The order is not paid as expected: its price is "0.00", not "0.01"
Price: The order is not paid as expected: its price is "-0", not "0.01"
Price: The order is not paid as expected: its price is "-0", not "0.01"
Price: The order is not paid as expected: its price is "-10", not "0.01"
