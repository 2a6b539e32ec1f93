--TEST--
confirm() refuses, before anything is sent, a price of zero or less, a malformed price, and a float that is no short decimal: an order of 0 is never paid
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/confirm.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
foreach ([0, -1, PHP_INT_MIN, '0', '0.00', '-10', '-0', '', ' ', '10 ', "10\0", '1e1', '+10', '010', '.5', '10.', '10,00', '1,000.00', 'ten', "\u{661}\u{660}", str_repeat('9', 99), 0.0, -19.99, 0.1 + 0.2, 1 / 3, NAN, INF, 1e25] as $price) {
    expect_exception(static fn () => $orders->confirm('77', $price, 'USD'), \ValueError::class);
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be an int, a decimal string, or a finite float with at most 8 decimal places
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be an int, a decimal string, or a finite float with at most 8 decimal places
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be an int, a decimal string, or a finite float with at most 8 decimal places
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be an int, a decimal string, or a finite float with at most 8 decimal places
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be an int, a decimal string, or a finite float with at most 8 decimal places
requests: 0, connections: 0
