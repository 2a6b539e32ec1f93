--TEST--
confirm() refuses an empty or blank currency before anything is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/confirm.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
throws(static fn () => $orders->confirm('77', '10', ''));
throws(static fn () => $orders->confirm('77', '10', ' '));
nothing_on_the_wire($server);
?>
--EXPECTF--
ValueError: Aurpay\Order::confirm(): Argument #3 ($currency) must not be empty%S
ValueError: Aurpay\Order::confirm(): Argument #3 ($currency) must not be empty%S
requests: 0, connections: 0
