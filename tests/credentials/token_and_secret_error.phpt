--TEST--
new Client($token, $secret) is a TypeError that says how to give a token and its secret, and shows neither
--FILE--
<?php

use Aurpay\Client;

$secret = 'a-secret';
foreach ([static fn () => new Client('a-token', 'a-secret'), static fn () => new Client('a-token', $secret), static fn () => new Client('a-token', options: 'a-secret')] as $construct) {
    try {
        $construct();
    } catch (\TypeError $error) {
        echo $error->getMessage(), "\n";
        var_dump(str_contains((string) $error, 'a-secret'), str_contains((string) $error, 'a-token'));
    }
}
?>
--EXPECT--
Aurpay\Client::__construct(): Argument #2 ($options) must be of type array, string given; for a token and its secret use new Client(Credentials::signature($token, $secret))
bool(false)
bool(false)
Aurpay\Client::__construct(): Argument #2 ($options) must be of type array, string given; for a token and its secret use new Client(Credentials::signature($token, $secret))
bool(false)
bool(false)
Aurpay\Client::__construct(): Argument #2 ($options) must be of type array, string given; for a token and its secret use new Client(Credentials::signature($token, $secret))
bool(false)
bool(false)
