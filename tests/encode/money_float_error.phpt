--TEST--
A float that is not finite, has more than 8 places (0.1 + 0.2), or is too large for a plain decimal is a ValueError
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
foreach ([NAN, INF, -INF, 0.1 + 0.2, 1 / 3, 0.123456789, 1e-9, 1e-20, PHP_FLOAT_MAX, PHP_FLOAT_MIN, 19.990000000000002] as $price) {
    throws(static fn () => $orders->createPayUrl(['price' => $price, 'currency' => 'USD']));
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
requests: 0, connections: 0
