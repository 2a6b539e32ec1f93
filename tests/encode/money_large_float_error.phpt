--TEST--
A float with more digits than it can hold is refused: its shortest form has an exponent, and we would have to invent zeros
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
foreach ([1e25, 12345678901234567890.0] as $price) {
    throws(static fn () => $orders->createPayUrl(['price' => $price, 'currency' => 'USD']));
}
echo $server->log()[0]['body'] ?? '', "\n";
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)

requests: 0, connections: 0
