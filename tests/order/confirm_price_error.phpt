--TEST--
confirm() refuses a price of zero or less, or a malformed one, before anything is sent: an order of 0 is never paid
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/confirm.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
foreach ([0, -1, PHP_INT_MIN, '0', '0.00', '-10', '-0', '', ' ', '10 ', "10\0", '1e1', '+10', '010', '.5', '10.', '10,00', '1,000.00', 'ten', "\u{661}\u{660}", str_repeat('9', 65)] as $price) {
    expect_exception(static fn () => $orders->confirm('77', $price, 'USD'), \ValueError::class);
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
ValueError: Aurpay\Order::confirm(): Argument #2 ($price) must be greater than zero: an int, or a plain decimal such as "19.99"
requests: 0, connections: 0
