--TEST--
A string or key of a JSON body that is not valid UTF-8 is a ValueError that names the field
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

$server = fault_server();
$client = new Client('key', $server->options());
foreach (["\xff", "a\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80", "caf\xe9"] as $bad) {
    throws(static fn () => $client->orders()->createPayUrl(['price' => 1, 'currency' => $bad]));
    throws(static fn () => $client->request('POST', '/x', ['a' => ['b' => $bad]]));
    throws(static fn () => $client->request('POST', '/x', ['a' => [$bad => 1]]));
    try {
        $client->request('POST', '/x', [$bad => 1]);
        echo 'accepted: ', bin2hex($bad), "\n";
    } catch (\ValueError) {
    }
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
requests: 0, connections: 0
