--TEST--
An object whose constructor is still running, or threw, is refused by every method, as $this and as an argument, and keeps none of the refused arguments
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\EnayaPay;
use Aurpay\Order;

require __DIR__ . '/../support/recorder.php';

/** Is converted to a string while a constructor reads its arguments, and then keeps the object. */
final class Thief
{
    public ?object $stolen = null;

    public function __construct(private string $text, private ?\Closure $act = null)
    {
    }

    public function __toString(): string
    {
        $this->stolen = debug_backtrace()[1]['object'];
        ($this->act ?? static fn () => 0)($this->stolen);

        return $this->text;
    }
}

$recorder = new Recorder();
$good = ['handler' => $recorder];
$bad = $good + ['pinned_public_key' => ''];

// The constructor refuses the options. Such an object must not make calls, with those options or without.
$makers = [
    Client::class => static fn (\Stringable $key) => new Client($key, $bad),
    AzPays\Client::class => static fn (\Stringable $key) => new AzPays\Client($key, $bad),
    EnayaPay\Client::class => static fn (\Stringable $key) => new EnayaPay\Client($key, $bad),
    Callback::class => static fn (\Stringable $token) => new Callback($token, '', 1),
];
$arguments = [
    'method' => 'GET', 'path' => '/x', 'target' => '/x', 'id' => '1', 'uuid' => '1', 'uuids' => [], 'token' => 'token',
    'params' => [], 'code' => '1', 'url' => 'https://shop.example/', 'headers' => [],
];
foreach ($makers as $class => $make) {
    $thief = new Thief('key');
    throws(static fn () => $make($thief));
    $refused = 0;
    foreach ((new \ReflectionClass($class))->getMethods() as $method) {
        if ($method->isStatic() || $method->isConstructor()) {
            continue;
        }
        $given = [];
        foreach ($method->getParameters() as $parameter) {
            if (!$parameter->isOptional()) {
                $given[] = $arguments[$parameter->getName()];
            }
        }
        try {
            $method->invoke($thief->stolen, ...$given);
            echo "{$class}::{$method->getName()}() is not refused\n";
        } catch (\Error $error) {
            $expected = "The {$class} object has not been correctly initialized by its constructor";
            $refused += $error->getMessage() === $expected ? 1 : print("{$method->getName()}(): {$error->getMessage()}\n");
        }
    }
    echo $class, ' is refused: ', $refused > 0 ? 'yes' : 'no', "\n";
    echo trim(print_r($thief->stolen, true)), "\n";
    gc_collect_cycles();
}
$thief = new Thief('key');
throws(static fn () => new Client($thief, $bad));
throws(static fn () => new Order($thief->stolen));
throws(static fn () => new \Aurpay\Lightning($thief->stolen));

// The constructor may be called again with valid options.
$thief->stolen->__construct('second', $good);
$thief->stolen->orders()->fiatCurrencies();
echo $recorder->requests[0]['headers']['API-Key'], "\n";

// The shop's code calls the constructor inside the constructor: the first to complete wins, the other one is an Error.
$inner = new Recorder();
$thief = new Thief('outer', static fn (Client $client) => $client->__construct('inner', ['handler' => $inner]));
throws(static fn () => new Client($thief, $good));
$thief->stolen->orders()->fiatCurrencies();
echo $inner->requests[0]['headers']['API-Key'], "\n";
$thief = new Thief('outer', static fn (Callback $callback) => $callback->__construct('inner', 'secret'));
throws(static fn () => new Callback($thief, 'secret'));
echo $thief->stolen->sign('https://shop.example/')['Callback-Token'], "\n";

// An autoloader does the same while the options are read.
$client = null;
$thief = new Thief('outer', static function (Client $stolen) use (&$client): void {
    $client = $stolen;
});
spl_autoload_register(static function () use (&$client, $inner): void {
    $client->__construct('autoloader', ['handler' => $inner]);
});
throws(static fn () => new Client($thief, ['user_agent' => 'outer', 'handler' => 'NoSuchClass::method']));
$inner->requests = [];
$client->orders()->fiatCurrencies();
echo $inner->requests[0]['headers']['API-Key'], "\n";
?>
--EXPECT--
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
Aurpay\Client is refused: yes
Aurpay\Client Object
(
)
ValueError: Aurpay\AzPays\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
Aurpay\AzPays\Client is refused: yes
Aurpay\AzPays\Client Object
(
)
ValueError: Aurpay\EnayaPay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
Aurpay\EnayaPay\Client is refused: yes
Aurpay\EnayaPay\Client Object
(
)
ValueError: Aurpay\Callback::__construct(): Argument #2 ($secret) must not be empty or blank
Aurpay\Callback is refused: yes
Aurpay\Callback Object
(
)
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "pinned_public_key" must be "sha256//" and the base64 digest of a public key (44 characters); several, with semicolons
Error: The Aurpay\Client object has not been correctly initialized by its constructor
Error: The Aurpay\Client object has not been correctly initialized by its constructor
second
Error: Aurpay\Client cannot be constructed twice
inner
Error: Aurpay\Callback cannot be constructed twice
inner
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "handler" must be callable, string given
autoloader
