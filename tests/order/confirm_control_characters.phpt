--TEST--
Control characters in the service's answer are removed before it appears in confirm()'s message
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

confirm(order(status: '"PEND\u001b[31mING\r\nSet-Cookie: x\u0000\u009b"'));
confirm(order(price: '"1\n0"'));
confirm(order(currency: '"U\rSD' . str_repeat('x', 1000) . '"'));
?>
--EXPECT--
Status: The order is not paid as expected: its status is "PEND [31mING  Set-Cookie: x   ", not "SUCCESS"
Price: The order is not paid as expected: its price is "1 0", not "10.00"
Currency: The order is not paid as expected: its currency is "U SDxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", not "USD"
