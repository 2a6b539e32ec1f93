--TEST--
each() refuses a wrong filter at once; Pages cannot be made, cloned, serialised or iterated by reference
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Pages;

require __DIR__ . '/../support/harness.php';

$server = fault_server();
$client = new Client('key', $server->options());
throws(static fn () => $client->orders()->each(['size' => 101]));
throws(static fn () => $client->orders()->each(['page' => 0]));
throws(static fn () => $client->transactions()->each(['st' => 'yesterday']));
throws(static fn () => $client->transactions()->each(['type' => []]));
$pages = $client->orders()->each();
throws(static fn () => new Pages());
throws(static fn () => clone $pages);
throws(static fn () => serialize($pages));
throws(static function () use ($pages): void {
    foreach ($pages as &$order) {
    }
});
echo 'connections: ', $server->connections(), "\n";
$server->stop();
?>
--EXPECTF--
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "size" must be between 1 and 100
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "page" must be between 1 and 2147483647
ValueError: Aurpay\Transaction::each(): Argument #1 ($filter) key "st" must be a date in UTC as YYYY-MM-DDThh:mm:ss
TypeError: Aurpay\Transaction::each(): Argument #1 ($filter) key "type" must be of type string|int, array given
Error: Call to private Aurpay\Pages::__construct() from %s
Error: Trying to clone an uncloneable object of class Aurpay\Pages
Exception: Serialization of 'Aurpay\Pages' is not allowed
Error: Pages cannot be iterated by reference
connections: 0
