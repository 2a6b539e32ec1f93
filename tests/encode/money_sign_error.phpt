--TEST--
An amount of zero or less is a ValueError: int, string and float
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
foreach ([0, -1, PHP_INT_MIN, '0', '0.00', '-0', '-0.0', '-5', '-0.01', 0.0, -0.0, -19.99] as $price) {
    expect_exception(static fn () => $orders->createPayUrl(['price' => $price, 'currency' => 'USD']), \ValueError::class);
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be greater than zero
requests: 0, connections: 0
