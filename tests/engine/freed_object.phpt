--TEST--
While an object is freed, the destructor of its logger or handler finds it neither by a WeakReference nor in a WeakMap
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\EnayaPay;

/** The logger and the handler of an object; it looks for that object when it is freed with it. */
final class Dropped
{
    public static ?\WeakReference $reference = null;
    public static ?\WeakMap $map = null;
    public static int $looked = 0;
    public static int $found = 0;

    public function log(mixed $level, string $message, array $context): void {}

    public function __invoke(): array
    {
        return ['status' => 200, 'headers' => [], 'body' => '{"code":0,"result":true,"data":{"data":[],"page":1,"max_page":1}}'];
    }

    public function __destruct()
    {
        if (self::$reference === null) {
            return;
        }
        self::$looked++;
        gc_collect_cycles();
        self::$found += (int) (self::$reference->get() !== null) + count(self::$map);
        // A call on a half-freed client would be without credentials.
        self::$reference->get()?->request('GET', '/x');
    }
}

/** The options whose objects only the client keeps. */
function options(): array
{
    return ['logger' => new Dropped(), 'handler' => new Dropped()];
}

$makers = [
    'Client' => static fn () => new Client('key', options()),
    'AzPays\Client' => static fn () => new AzPays\Client('token', options()),
    'EnayaPay\Client' => static fn () => new EnayaPay\Client('key', options()),
    'Order' => static fn () => (new Client('key', options()))->orders(),
    'Transaction' => static fn () => (new Client('key', options()))->transactions(),
    'Wallet' => static fn () => (new Client('key', options()))->wallet(),
    'Lightning' => static fn () => (new Client('key', options()))->lightning(),
    'Pages' => static fn () => (new Client('key', options()))->orders()->each(),
    'AzPays Pages' => static fn () => (new AzPays\Client('token', options()))->eachTransaction(),
];
foreach ($makers as $name => $make) {
    $object = $make();
    Dropped::$reference = \WeakReference::create($object);
    Dropped::$map = new \WeakMap();
    Dropped::$map[$object] = true;
    Dropped::$looked = Dropped::$found = 0;
    unset($object);
    echo "{$name}: ", Dropped::$looked, ' looked, ', Dropped::$found, " found it\n";
    Dropped::$reference = null;
}
?>
--EXPECT--
Client: 2 looked, 0 found it
AzPays\Client: 2 looked, 0 found it
EnayaPay\Client: 2 looked, 0 found it
Order: 2 looked, 0 found it
Transaction: 2 looked, 0 found it
Wallet: 2 looked, 0 found it
Lightning: 2 looked, 0 found it
Pages: 2 looked, 0 found it
AzPays Pages: 2 looked, 0 found it
