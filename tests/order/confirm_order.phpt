--TEST--
Order::confirm() believes only the order it asked for: another order is no answer, and an answer without an order_id is no payment
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

confirm(order());
confirm(str_replace('"77"', '77', order()));
confirm(str_replace('"77"', '"78"', order()));
confirm(str_replace('"77"', '78', order()));
confirm(str_replace('"77"', '"077"', order()));
confirm(str_replace('"77"', 'null', order()));
confirm(str_replace('"order_id"', '"id"', order()));
?>
--EXPECT--
paid
paid
no answer: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "78", not "77" (HTTP status 200)
no answer: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "78", not "77" (HTTP status 200)
no answer: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "077", not "77" (HTTP status 200)
Order: The order is not paid as expected: its id is "", not "77"
Order: The order is not paid as expected: its id is "", not "77"
