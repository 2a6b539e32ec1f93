--TEST--
An option of the wrong type is a TypeError that names the option and what is allowed
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
foreach ([
    ['base_uri', 1], ['base_uri', new \SplFileInfo('https://shop.example')],
    ['timeout', true], ['timeout', []], ['timeout', new \SplFileInfo('5')],
    ['connect_timeout', false],
    ['ip_version', []], ['ip_version', 4.0], ['ip_version', true],
    ['retries', 1.0], ['retries', false],
    ['ca_file', 1], ['ca_file', false],
    ['pinned_public_key', []], ['pinned_public_key', false], ['proxy', false], ['user_agent', 7],
    ['max_response_bytes', 4096.0], ['concurrency', true],
    ['logger', 'strlen'], ['logger', ''], ['logger', []], ['logger', new \stdClass()], ['logger', static fn () => 1],
    ['handler', 'no_such_function'], ['handler', ''], ['handler', []], ['handler', new \stdClass()],
] as [$name, $value]) {
    throws(static fn () => new Client('key', [$name => $value] + $server->options()));
}
nothing_on_the_wire($server);
?>
--EXPECT--
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be of type string, int given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be of type string, SplFileInfo given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be a number of seconds (int, float or text), bool given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be a number of seconds (int, float or text), array given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "timeout" must be a number of seconds (int, float or text), SplFileInfo given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "connect_timeout" must be a number of seconds (int, float or text), bool given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6, array given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6, float given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "ip_version" must be 4 or 6, bool given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be of type int, float given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "retries" must be of type int, bool given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be of type string, int given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "ca_file" must be of type string, bool given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be of type string, array given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be of type string, bool given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be of type string, bool given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "user_agent" must be of type string, int given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "max_response_bytes" must be of type int, float given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "concurrency" must be of type int, bool given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, string given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, string given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, array given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, stdClass given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, Closure given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable, string given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable, string given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable, array given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable, stdClass given
requests: 0, connections: 0
