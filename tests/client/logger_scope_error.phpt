--TEST--
Every constructor refuses a logger whose method log() is not public, even from the logger's own scope; the method is resolved once
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/../support/recorder.php';

class PrivateLogger
{
    public function client(): Client
    {
        return new Client('key', ['logger' => $this]);
    }

    public function call(Client $client): void
    {
        $client->orders()->fiatCurrencies();
    }

    private function log(mixed ...$line): void
    {
        echo "the private method\n";
    }

    public function __call(string $name, array $arguments): void
    {
        echo "__call\n";
    }
}

final class PublicLogger extends PrivateLogger
{
    public function log(mixed ...$line): void
    {
        echo $line[0], ': ', $line[1], "\n";
    }
}

class ProtectedLogger
{
    protected function log(mixed ...$line): void
    {
    }
}

$private = new PrivateLogger();
throws(static fn () => new Client('key', ['logger' => $private]));
throws(static fn () => $private->client());
throws(static fn () => new Client('key', ['logger' => new ProtectedLogger()]));
throws(static fn () => new AzPays\Client('token', ['logger' => $private]));
throws(static fn () => new EnayaPay\Client('key', ['logger' => $private]));
throws(static fn () => Client::login('user', 'password', ['logger' => $private, 'handler' => new Recorder()]));
throws(static fn () => AzPays\Client::sign('id', ['logger' => $private, 'handler' => new Recorder()]));

// In the parent's scope a lookup by name would find the private method.
$public = new PublicLogger();
$public->call((new Recorder())->client('key', ['logger' => $public]));
?>
--EXPECT--
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, AurpayTest\PrivateLogger given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, AurpayTest\PrivateLogger given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, AurpayTest\ProtectedLogger given
TypeError: Aurpay\AzPays\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, AurpayTest\PrivateLogger given
TypeError: Aurpay\EnayaPay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, AurpayTest\PrivateLogger given
TypeError: Aurpay\Client::login(): Argument #3 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, AurpayTest\PrivateLogger given
TypeError: Aurpay\AzPays\Client::sign(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, AurpayTest\PrivateLogger given
info: aurpay: GET /api/order/pay/real-currency succeeded
