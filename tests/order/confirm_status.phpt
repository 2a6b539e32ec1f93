--TEST--
confirm() refuses every status except SUCCESS, whatever else the order says
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

foreach ([
    '"PENDING"', '"SUCCESS"', '"RESOLVED"', '"PARTIAL"', '"OVERDUE"', '"FAILED"', '"TERMINATED"', '"REFUNDED"', '"UNKNOWN_TO_US"', '"success"', '"SUCCESS "', '"SUCCESS\u0000"', '" SUCCESS"', '"SUCCESSFUL"', '""', 'null', 'true', '1', '["SUCCESS"]',
    '{"SUCCESS":1}',
] as $status) {
    confirm(order(status: $status));
}
confirm('{"order_id":"77","vs_price":"10.00","vs_currency":"USD"}');
?>
--EXPECT--
Status: The order is not paid as expected: its status is "PENDING", not "SUCCESS"
paid
Status: The order is not paid as expected: its status is "RESOLVED", not "SUCCESS"
Status: The order is not paid as expected: its status is "PARTIAL", not "SUCCESS"
Status: The order is not paid as expected: its status is "OVERDUE", not "SUCCESS"
Status: The order is not paid as expected: its status is "FAILED", not "SUCCESS"
Status: The order is not paid as expected: its status is "TERMINATED", not "SUCCESS"
Status: The order is not paid as expected: its status is "REFUNDED", not "SUCCESS"
Status: The order is not paid as expected: its status is "UNKNOWN_TO_US", not "SUCCESS"
Status: The order is not paid as expected: its status is "success", not "SUCCESS"
Status: The order is not paid as expected: its status is "SUCCESS ", not "SUCCESS"
Status: The order is not paid as expected: its status is "SUCCESS ", not "SUCCESS"
Status: The order is not paid as expected: its status is " SUCCESS", not "SUCCESS"
Status: The order is not paid as expected: its status is "SUCCESSFUL", not "SUCCESS"
Status: The order is not paid as expected: its status is "", not "SUCCESS"
Status: The order is not paid as expected: its status is "", not "SUCCESS"
Status: The order is not paid as expected: its status is "", not "SUCCESS"
Status: The order is not paid as expected: its status is "", not "SUCCESS"
Status: The order is not paid as expected: its status is "", not "SUCCESS"
Status: The order is not paid as expected: its status is "", not "SUCCESS"
Status: The order is not paid as expected: its status is "", not "SUCCESS"
