--TEST--
confirm() compares a float by its shortest form, with strict_types and without: 19.99 is 19.99, never 19
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';
require __DIR__ . '/../support/call_weakly.php';

foreach ([[19.99, '"19.99"'], [19.99, '19.99'], [19.99, '"19.9900"'], [19.0, '19'], [1e3, '1000.00'], [0.00001, '"0.00001"']] as [$price, $wire]) {
    confirm(order(price: $wire), $price);
}
foreach ([[19.99, '19'], [19.99, '19.00'], [19.99, '20'], [19.99, '19.990000000000001'], [1999.95, '1999'], [0.99 + 1, '1']] as [$price, $wire]) {
    confirm(order(price: $wire), $price);
    $orders = (new Recorder(success(order(price: $wire))))->client()->orders();
    expect_exception(static fn () => call_weakly($orders, 'confirm', ['77', $price, 'USD']), \Aurpay\PaymentException::class);
}
?>
--EXPECT--
paid
paid
paid
paid
paid
paid
Price: The order is not paid as expected: its price is "19", not "19.99"
Aurpay\PaymentException: The order is not paid as expected: its price is "19", not "19.99"
Price: The order is not paid as expected: its price is "19.00", not "19.99"
Aurpay\PaymentException: The order is not paid as expected: its price is "19.00", not "19.99"
Price: The order is not paid as expected: its price is "20", not "19.99"
Aurpay\PaymentException: The order is not paid as expected: its price is "20", not "19.99"
Price: The order is not paid as expected: its price is "19.990000000000001", not "19.99"
Aurpay\PaymentException: The order is not paid as expected: its price is "19.990000000000001", not "19.99"
Price: The order is not paid as expected: its price is "1999", not "1999.95"
Aurpay\PaymentException: The order is not paid as expected: its price is "1999", not "1999.95"
Price: The order is not paid as expected: its price is "1", not "1.99"
Aurpay\PaymentException: The order is not paid as expected: its price is "1", not "1.99"
