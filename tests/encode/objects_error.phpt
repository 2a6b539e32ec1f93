--TEST--
Objects and resources are refused at any depth, and none of their code runs
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

final class Loud implements \Stringable, \JsonSerializable, \IteratorAggregate
{
    public function __toString(): string
    {
        return print('user code ran');
    }

    public function jsonSerialize(): mixed
    {
        return print('user code ran');
    }

    public function getIterator(): \Iterator
    {
        print('user code ran');

        return new \ArrayIterator([]);
    }

    public function __get(string $name): mixed
    {
        return print('user code ran');
    }
}

enum Suit: string
{
    case Hearts = 'h';
}

$server = fault_server();
$client = new Client('key', $server->options());
foreach ([new Loud(), new \stdClass(), Suit::Hearts, static fn () => 1, new \DateTimeImmutable('@0'), new \ArrayObject([1]), STDIN] as $object) {
    throws(static fn () => $client->request('POST', '/x', ['a' => $object]));
    throws(static fn () => $client->request('POST', '/x', ['a' => [['b' => $object]]]));
    throws(static fn () => $client->request('GET', '/x', ['a' => $object]));
    expect_exception(static fn () => $client->orders()->createPayUrl(['price' => 1, 'currency' => 'USD', 'url' => $object]), \TypeError::class);
}
nothing_on_the_wire($server);
?>
--EXPECT--
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, AurpayTest\Loud given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, AurpayTest\Loud given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, AurpayTest\Loud given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "url" must be of type string, AurpayTest\Loud given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, stdClass given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, stdClass given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, stdClass given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "url" must be of type string, stdClass given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, AurpayTest\Suit given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, AurpayTest\Suit given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, AurpayTest\Suit given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "url" must be of type string, AurpayTest\Suit given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, Closure given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, Closure given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, Closure given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "url" must be of type string, Closure given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, DateTimeImmutable given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, DateTimeImmutable given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, DateTimeImmutable given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "url" must be of type string, DateTimeImmutable given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, ArrayObject given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, ArrayObject given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, ArrayObject given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "url" must be of type string, ArrayObject given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, resource given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, resource given
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar, resource given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "url" must be of type string, resource given
requests: 0, connections: 0
