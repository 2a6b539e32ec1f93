--TEST--
A logger's or callback's own exception does not show secrets in the frames of the extension
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\Client;

require __DIR__ . '/leak.inc';

final class Logger
{
    public function log(mixed ...$line): void
    {
        throw new \DomainException('from the logger');
    }
}

$logger = new Logger();
leaks('logger', thrown_by(static fn () => (new Recorder())->client(SECRETS['api key'], ['logger' => $logger])->orders()->createPayUrl(['price' => 1, 'currency' => 'USD', 'id' => SECRETS['pay token']])));
leaks('logger of login', thrown_by(static fn () => Client::login('user', SECRETS['password'], ['handler' => new Recorder(), 'logger' => $logger])));
leaks('verify', thrown_by(static fn () => (new Callback(SECRETS['callback token'], SECRETS['callback secret']))->verify('https://shop.example/', ['Callback-Token' => SECRETS['callback token'], 'Date' => 'x', 'Signature' => 'y'], SECRETS['password'])));
leaks('verify token', thrown_by(static fn () => (new Callback(SECRETS['callback token'], SECRETS['callback secret']))->verify('https://shop.example/', ['Callback-Token' => SECRETS['callback token'] . 'x', 'Date' => 'x', 'Signature' => 'y'])));
?>
--EXPECT--
logger: fine
logger of login: fine
verify: fine
verify token: fine
