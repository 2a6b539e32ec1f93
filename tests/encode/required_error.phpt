--TEST--
Each missing, null or empty required field is a ValueError that names it, and nothing is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
$complete = [
    'createPayUrl' => ['price' => 10, 'currency' => 'USD'],
    'createPayInfo' => ['chain' => 'ETH', 'currency' => 'USDT-ERC20', 'vs_currency' => 'USD', 'vs_price' => 18],
];
foreach ($complete as $method => $params) {
    throws(static fn () => $orders->$method([]));
    foreach (array_keys($params) as $name) {
        $without = $params;
        unset($without[$name]);
        throws(static fn () => $orders->$method($without));
        throws(static fn () => $orders->$method([$name => null] + $params));
        if (!str_ends_with($name, 'price')) {
            throws(static fn () => $orders->$method([$name => " \t"] + $params));
            throws(static fn () => $orders->$method([$name => true] + $params));
        }
    }
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "price"
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "price"
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "price"
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "currency"
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "currency"
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must not be empty or blank
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be of type string|int, bool given
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "chain"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "chain"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "chain"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) key "chain" must not be empty or blank
TypeError: Aurpay\Order::createPayInfo(): Argument #1 ($params) key "chain" must be of type string|int, bool given
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "currency"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "currency"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) key "currency" must not be empty or blank
TypeError: Aurpay\Order::createPayInfo(): Argument #1 ($params) key "currency" must be of type string|int, bool given
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "vs_currency"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "vs_currency"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) key "vs_currency" must not be empty or blank
TypeError: Aurpay\Order::createPayInfo(): Argument #1 ($params) key "vs_currency" must be of type string|int, bool given
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "vs_price"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "vs_price"
requests: 0, connections: 0
