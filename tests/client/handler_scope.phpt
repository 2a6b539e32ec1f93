--TEST--
A handler is resolved once, in the scope that passed it: private and protected methods work wherever the call is made, and later writes change nothing
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/../support/recorder.php';

class Service
{
    public function client(string|array|null $handler = null): Client
    {
        return new Client('key', ['handler' => $handler ?? [$this, 'answer']]);
    }

    public function others(): array
    {
        return [
            new AzPays\Client('token', ['handler' => [$this, 'answerOfAzPays']]),
            new EnayaPay\Client('key', ['handler' => [$this, 'answerOfEnayaPay']]),
        ];
    }

    public function login(): array
    {
        return Client::login('user', 'password', ['handler' => [$this, 'answer']]);
    }

    private function answer(): array
    {
        return success('["private"]');
    }

    private function answerOfAzPays(): array
    {
        return ['body' => '{"succeed":true,"results":["of AzPays"]}'];
    }

    private function answerOfEnayaPay(): array
    {
        return ['body' => '{"user_name":"of EnayaPay"}'];
    }

    protected static function fixed(): array
    {
        return success('["protected static"]');
    }
}

final class Heir extends Service
{
    // A private method of the same name in the child class, which must not be called.
    private function answer(): array
    {
        return success('["of the child"]');
    }
}

final class Magic
{
    public function __call(string $name, array $arguments): array
    {
        return success(json_encode(["__call {$name}", $arguments[0]]));
    }

    public static function __callStatic(string $name, array $arguments): array
    {
        return success(json_encode(["__callStatic {$name}"]));
    }
}

function from_outside(Client $client): void
{
    show($client->orders()->fiatCurrencies());
}

$service = new Service();
from_outside($service->client());
from_outside((new Heir())->client());
from_outside($service->client([Service::class, 'fixed']));
from_outside($service->client(Service::class . '::fixed'));
from_outside(new Client('key', ['handler' => [new Magic(), 'any']]));
from_outside(new Client('key', ['handler' => [Magic::class, 'any']]));
show($service->login());
[$azpays, $enayapay] = $service->others();
show($azpays->purses());
show($enayapay->login(['user_phone' => '1', 'user_password' => 'x']));

// Not from outside the class, where the method is not callable.
throws(static fn () => new Client('key', ['handler' => [$service, 'answer']]));
throws(static fn () => new Client('key', ['handler' => [Service::class, 'fixed']]));

// A variable passed by reference. An autoloader writes to it while the constructor checks the handler.
spl_autoload_register(static function (string $class) use (&$handler): void {
    $handler = null;
    if ($class === 'AurpayTest\Loaded') {
        eval('namespace AurpayTest; final class Loaded { public static function answer(): array { return success("[\"loaded\"]"); } }');
    }
});
$handler = ['AurpayTest\Loaded', strrev('rewsna')];
from_outside(new Client('key', ['handler' => &$handler]));
var_dump($handler);
$handler = strrev('rewsna::tneserp toN');
throws(static fn () => new Client('key', ['handler' => &$handler]));

// A variable passed by reference. The handler itself writes to it while it runs.
$handler = static function () use (&$handler): array {
    $handler = null;
    gc_collect_cycles();

    return success('["once"]');
};
$client = new Client('key', ['handler' => &$handler]);
from_outside($client);
from_outside($client);

// A private method's object refers to its client; the cycle is collected.
final class Owner
{
    public Client $client;

    public function __construct()
    {
        $this->client = new Client('key', ['handler' => [$this, 'answer']]);
    }

    private function answer(): array
    {
        return success('[]');
    }
}
$owner = new Owner();
$reference = \WeakReference::create($owner);
unset($owner);
gc_collect_cycles();
var_dump($reference->get());
?>
--EXPECT--
['private']
['private']
['protected static']
['protected static']
['__call any', 'GET']
['__callStatic any']
['private']
['of AzPays']
[user_name: 'of EnayaPay']
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable, array given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable, array given
['loaded']
NULL
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable, string given
['once']
['once']
NULL
