--TEST--
A DateTimeInterface outside the years 0 to 9999 is a ValueError that names the field
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
foreach ([253402300800, PHP_INT_MAX, -62167219201, -9223372036854776, -18446744073709552, PHP_INT_MIN] as $timestamp) {
    throws(static fn () => $orders->list(['st' => (new \DateTimeImmutable())->setTimestamp($timestamp)]));
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
requests: 0, connections: 0
