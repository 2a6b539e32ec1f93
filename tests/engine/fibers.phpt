--TEST--
Fibers that suspend in a handler, a logger or a date's method, and are resumed in another order or never, each get their own answer
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Fiber;

final class Date extends \DateTimeImmutable
{
    public function getTimestamp(): int
    {
        Fiber::suspend('date');

        return 3600;
    }
}

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        Fiber::suspend('logger');
    }
}

function answer(string $method, string $target): array
{
    Fiber::suspend('handler');

    return ['body' => '{"code":0,"result":true,"data":{"amount":1.50,"target":"' . $target . '"}}'];
}

$client = new Client('key', ['handler' => answer(...), 'logger' => new Logger()]);
$fibers = [];
foreach (['a', 'b', 'c', 'never', 'thrown'] as $name) {
    $fibers[$name] = new Fiber(static function () use ($client, $name): array {
        return $client->orders()->list(['st' => new Date(), 'order_id' => $name]);
    });
    echo "{$name} in ", $fibers[$name]->start(), "\n";
}
unset($client);
// c goes first, b overtakes a; the last suspended Fiber is resumed with an exception.
foreach (['c', 'b', 'a', 'b', 'c', 'never', 'a', 'b', 'c', 'a'] as $name) {
    echo "{$name} in ", $fibers[$name]->resume() ?? 'nothing', "\n";
}
try {
    $fibers['thrown']->throw(new \DomainException('thrown'));
} catch (\DomainException $exception) {
    echo $exception->getMessage(), "\n";
}
foreach (['a', 'b', 'c'] as $name) {
    echo implode(' ', $fibers[$name]->getReturn()), "\n";
}
unset($fibers['never']);
gc_collect_cycles();
echo "the end of the script does the rest\n";
$fibers['at the end'] = new Fiber(static fn (): array => (new Client('key', ['handler' => answer(...)]))->orders()->detail('1'));
$fibers['at the end']->start();
?>
--EXPECT--
a in date
b in date
c in date
never in date
thrown in date
c in handler
b in handler
a in handler
b in logger
c in logger
never in handler
a in logger
b in nothing
c in nothing
a in nothing
thrown
1.50 /api/v2/order/?st=1970-01-01T01:00:00&order_id=a
1.50 /api/v2/order/?st=1970-01-01T01:00:00&order_id=b
1.50 /api/v2/order/?st=1970-01-01T01:00:00&order_id=c
the end of the script does the rest
