--TEST--
An empty or blank user name or password, or a bad option, is refused by login() before anything is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
throws(static fn () => Client::login('', 'password', $server->options()));
throws(static fn () => Client::login(' ', 'password', $server->options()));
throws(static fn () => Client::login('user', '', $server->options()));
throws(static fn () => Client::login('user', "\t", $server->options()));
throws(static fn () => Client::login('user', 'password', $server->options(['timeout' => 0])));
throws(static fn () => Client::login('user', 'password', ['base_uri' => 'http://shop.example']));
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Client::login(): Argument #1 ($username) must not be empty or blank
ValueError: Aurpay\Client::login(): Argument #1 ($username) must not be empty or blank
ValueError: Aurpay\Client::login(): Argument #2 ($password) must not be empty or blank
ValueError: Aurpay\Client::login(): Argument #2 ($password) must not be empty or blank
ValueError: Aurpay\Client::login(): Argument #3 ($options) option "timeout" must be between 0.001 and N seconds
ValueError: Aurpay\Client::login(): Argument #3 ($options) option "base_uri" must be an absolute https URL (http only on a loopback address) without user, query or fragment
requests: 0, connections: 0
