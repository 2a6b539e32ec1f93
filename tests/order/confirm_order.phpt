--TEST--
Order::confirm() believes only the order it asked for: another one, or none, is refused
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

confirm(order());
confirm(str_replace('"77"', '"78"', order()));
confirm(str_replace('"77"', '77', order()));
confirm(str_replace('"order_id"', '"id"', order()));
?>
--EXPECT--
paid
Order: The order is not paid as expected: its id is "78", not "77"
Order: The order is not paid as expected: its id is "", not "77"
Order: The order is not paid as expected: its id is "", not "77"
