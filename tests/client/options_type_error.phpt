--TEST--
An option of the wrong type is a TypeError that names the option and what is allowed; nothing is converted
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/recorder.inc';

$server = fault_server();
foreach ([
    ['base_uri', null], ['base_uri', 1], ['base_uri', new \SplFileInfo('https://shop.example')],
    ['timeout', '5'], ['timeout', null], ['timeout', true], ['timeout', []],
    ['connect_timeout', '5'], ['connect_timeout', false],
    ['retries', '2'], ['retries', 1.0], ['retries', null], ['retries', false],
    ['ca_file', 1], ['ca_file', false], ['ca_file', null],
    ['pinned_public_key', []], ['proxy', false], ['proxy', null], ['user_agent', 7],
    ['max_response_bytes', '4096'], ['max_response_bytes', 4096.0],
    ['logger', 'strlen'], ['logger', null], ['logger', []], ['logger', new \stdClass()], ['logger', static fn () => 1],
    ['handler', 'no_such_function'], ['handler', null], ['handler', []], ['handler', new \stdClass()],
] as [$name, $value]) {
    throws(static fn () => new Client('key', [$name => $value] + $server->options()));
}
nothing_on_the_wire($server);
?>
--EXPECT--
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be a number of seconds (int or float)
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be a number of seconds (int or float)
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be a number of seconds (int or float)
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be a number of seconds (int or float)
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "connect_timeout" must be a number of seconds (int or float)
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "connect_timeout" must be a number of seconds (int or float)
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be of type int
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be of type int
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be of type int
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be of type int
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "user_agent" must be of type string
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "max_response_bytes" must be of type int
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "max_response_bytes" must be of type int
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable
requests: 0, connections: 0
