--TEST--
A secret of the call that is also given as the name of a parameter is not in the message that refuses the name, or its value
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/leak.inc';

$secret = SECRETS['password'];
$client = new Client('key', ['handler' => static fn (): array => throw new \LogicException('nothing may be sent')]);
$enayapay = new EnayaPay\Client('key', ['handler' => static fn (): array => throw new \LogicException('nothing may be sent')]);
foreach ([
    'unknown, before the secret' => static fn () => $client->wallet()->withdraw([$secret => 'x', 'chain' => 'TRON', 'currency' => 'USDT', 'amount' => 1, 'verify_code' => $secret]),
    'unknown, after the secret' => static fn () => $client->wallet()->withdraw(['chain' => 'TRON', 'currency' => 'USDT', 'amount' => 1, 'verify_code' => $secret, $secret => 'x']),
    'instead of one that is missing' => static fn () => $enayapay->login(['user_password' => $secret, "user_phone{$secret}" => '1']),
    'request(), a value that cannot be sent' => static fn () => $client->request('POST', '/x', [$secret => NAN, 'password' => $secret]),
    'request(), an object' => static fn () => $client->request('POST', '/x', ['password' => $secret, "my {$secret}" => new \stdClass()]),
    'request(), the key' => static fn () => (new Client($secret))->request('GET', '/x', [$secret => []]),
] as $name => $call) {
    $thrown = thrown_by($call);
    echo get_class($thrown), ': ', strtok($thrown->getMessage(), ';'), "\n";
    leaks($name, $thrown);
}
?>
--EXPECT--
ValueError: Aurpay\Wallet::withdraw(): Argument #1 ($params) has an unknown key "***"
unknown, before the secret: fine
ValueError: Aurpay\Wallet::withdraw(): Argument #1 ($params) has an unknown key "***"
unknown, after the secret: fine
ValueError: Aurpay\EnayaPay\Client::login(): Argument #1 ($params) must have the key "user_phone"
instead of one that is missing: fine
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "***" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
request(), a value that cannot be sent: fine
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "my ***" must be a scalar or an array, stdClass given
request(), an object: fine
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "***" must be a scalar, array given
request(), the key: fine
