--TEST--
A method that request() does not know is a ValueError that lists the known ones
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client('key', $server->options());
foreach (['', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE', 'GET ', ' GET', "GET\r\n", "GET\0", 'GET /x HTTP/1.1', 'P0ST'] as $method) {
    expect_exception(static fn () => $client->request($method, '/api/x'), \ValueError::class);
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
requests: 0, connections: 0
