--TEST--
A key, a password or a proxy's URL in the place of an option's name is not in the message; a misspelt name is
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/leak.inc';

$proxy = 'http://user:' . SECRETS['password'] . '@127.0.0.1:3128';
foreach ([
    'a key' => static fn () => new Client(SECRETS['api key'], [SECRETS['api key'] => true]),
    'a key of digits' => static fn () => new EnayaPay\Client('4711471147114711', ['4711471147114711' => 1]),
    'a proxy, flipped' => static fn () => new AzPays\Client('key', [$proxy => 'proxy']),
    'a password' => static fn () => Client::login('user', SECRETS['password'], [SECRETS['password'] => 1]),
    'a long one' => static fn () => new Client('key', [str_repeat('a', 33) => 1]),
    'misspelt' => static fn () => new Client('key', ['time-out' => 1]),
    'of another library' => static fn () => new Client('key', ['baseUri' => 1]),
    'a list' => static fn () => new Client('key', ['timeout', 'proxy']),
] as $name => $call) {
    $thrown = thrown_by($call);
    echo strtok($thrown->getMessage(), ';'), "\n";
    leaks($name, $thrown);
    echo str_contains(everything_shown($thrown), '4711471147114711') ? "LEAKS the digits\n" : '';
}
?>
--EXPECT--
Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "***"
a key: fine
Aurpay\EnayaPay\Client::__construct(): Argument #2 ($options) has an unknown option "***"
a key of digits: fine
Aurpay\AzPays\Client::__construct(): Argument #2 ($options) has an unknown option "***"
a proxy, flipped: fine
Aurpay\Client::login(): Argument #3 ($options) has an unknown option "***"
a password: fine
Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "***"
a long one: fine
Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "time-out" (the nearest known one is "timeout")
misspelt: fine
Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "baseUri" (the nearest known one is "base_uri")
of another library: fine
Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "0"
a list: fine
