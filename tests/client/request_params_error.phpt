--TEST--
Parameters that cannot be sent exactly are refused by request() before anything is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client('key', $server->options());
throws(static fn () => $client->request('GET', '/x', ['a' => [1]]));
throws(static fn () => $client->request('GET', '/x', ['a' => null]));
throws(static fn () => $client->request('GET', '/x', ['a' => new \stdClass()]));
throws(static fn () => $client->request('GET', '/x', ['a' => 0.1 + 0.2]));
throws(static fn () => $client->request('GET', '/x', ['value']));
throws(static fn () => $client->request('POST', '/x', ['value']));
throws(static fn () => $client->request('POST', '/x', [5 => 'value']));
throws(static fn () => $client->request('POST', '/x', ['a' => NAN]));
throws(static fn () => $client->request('POST', '/x', ['a' => "\xff"]));
throws(static fn () => $client->request('GET', '/x', ['a' => str_repeat('x', 20000)]));
nothing_on_the_wire($server);
?>
--EXPECT--
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, array given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, null given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, stdClass given
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Client::request(): Argument #3 ($params) must have string keys only: the API's field names
ValueError: Aurpay\Client::request(): Argument #3 ($params) must have string keys only: the API's field names
ValueError: Aurpay\Client::request(): Argument #3 ($params) must have string keys only: the API's field names
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
ValueError: aurpay: the request is too large: a body may have 1 MiB, a URL with its query 16 KiB
requests: 0, connections: 0
