--TEST--
Arguments of the wrong number or type are TypeErrors, and nothing is sent
--FILE--
<?php

declare(strict_types=1);

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Order;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
throws(static fn () => new Order());
throws(static fn () => new Order('key'));
throws(static fn () => new Order($orders));
throws(static fn () => $orders->fiatCurrencies(1));
throws(static fn () => $orders->createPayUrl());
throws(static fn () => $orders->createPayUrl('USD'));
throws(static fn () => $orders->list(null));
throws(static fn () => $orders->detail(20240806.0));
throws(static fn () => $orders->refund(null));
throws(static fn () => $orders->confirm('1', [10], 'USD'));
throws(static fn () => $orders->confirm('1', null, 'USD'));
throws(static fn () => $orders->confirm('1', true, 'USD'));
throws(static fn () => $orders->confirm('1', '10', 978));
throws(static fn () => $orders->confirm('1', '10'));
nothing_on_the_wire($server);
?>
--EXPECTF--
ArgumentCountError: Aurpay\Order::__construct() expects exactly 1 argument, 0 given
TypeError: Aurpay\Order::__construct(): Argument #1 ($client) must be of type Aurpay\Client, string given
TypeError: Aurpay\Order::__construct(): Argument #1 ($client) must be of type Aurpay\Client, Aurpay\Order given
ArgumentCountError: Aurpay\Order::fiatCurrencies() expects exactly 0 arguments, 1 given
ArgumentCountError: Aurpay\Order::createPayUrl() expects exactly 1 argument, 0 given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must be of type array, string given
TypeError: Aurpay\Order::list(): Argument #1 ($filter) must be of type array, null given
TypeError: Aurpay\Order::detail(): Argument #1 ($orderId) must be of type string|int, float given; write a long id as a string
TypeError: Aurpay\Order::refund(): Argument #1 ($orderId) must be of type string|int, null given
TypeError: Aurpay\Order::confirm(): Argument #2 ($price) must be an amount (an int, a decimal string, or a float), array given
TypeError: Aurpay\Order::confirm(): Argument #2 ($price) must be of type string|int|float, null given
TypeError: Aurpay\Order::confirm(): Argument #2 ($price) must be of type string|int|float, %r(bool|true)%r given
TypeError: Aurpay\Order::confirm(): Argument #3 ($currency) must be of type string, int given
ArgumentCountError: Aurpay\Order::confirm() expects exactly 3 arguments, 2 given
requests: 0, connections: 0
