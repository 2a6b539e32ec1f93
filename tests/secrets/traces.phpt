--TEST--
When a handler or callback throws, the extension's frames in the trace show no secrets
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\Client;

require __DIR__ . '/leak.inc';

$handler = static fn (string $method, string $target, #[\SensitiveParameter] array $headers, #[\SensitiveParameter] string $body) => throw new \DomainException('from the handler');
leaks('handler', thrown_by(static fn () => (new Client(SECRETS['api key'], ['handler' => $handler]))->orders()->createPayUrl(['price' => 1, 'currency' => 'USD', 'id' => SECRETS['pay token']])));
leaks('handler of login', thrown_by(static fn () => Client::login('user', SECRETS['password'], ['handler' => $handler])));
leaks('verify', thrown_by(static fn () => (new Callback(SECRETS['callback token'], SECRETS['callback secret']))->verify('https://shop.example/', ['Callback-Token' => SECRETS['callback token'], 'Date' => 'x', 'Signature' => 'y'], SECRETS['password'])));
leaks('verify token', thrown_by(static fn () => (new Callback(SECRETS['callback token'], SECRETS['callback secret']))->verify('https://shop.example/', ['Callback-Token' => SECRETS['callback token'] . 'x', 'Date' => 'x', 'Signature' => 'y'])));
?>
--EXPECT--
handler: fine
handler of login: fine
verify: fine
verify token: fine
