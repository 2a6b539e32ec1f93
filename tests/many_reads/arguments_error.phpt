--TEST--
details(): anything but an iterable of ids is refused before anything is sent, at whatever place the wrong id is; so is an iterator that throws
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client('key', $server->options());
$orders = $client->orders();
$azpays = new \Aurpay\AzPays\Client('token', $server->options());
$broken = static function () {
    yield 'a';
    throw new \DomainException('the database is gone');
};
$closed = (static function () {
    yield 'a';
})();
foreach ($closed as $id);
/** Throws in one of its methods. */
final class Throwing extends \ArrayIterator
{
    public function __construct(private readonly string $method)
    {
        parent::__construct(['a', 'b']);
    }

    private function mayThrow(string $method): void
    {
        if ($method === $this->method) {
            throw new \DomainException("{$method}() throws");
        }
    }

    public function rewind(): void
    {
        $this->mayThrow('rewind');
        parent::rewind();
    }

    public function valid(): bool
    {
        $this->mayThrow('valid');

        return parent::valid();
    }

    public function current(): mixed
    {
        $this->mayThrow('current');

        return parent::current();
    }

    public function next(): void
    {
        $this->mayThrow('next');
        parent::next();
    }
}

$iterables = [
    'a', null, new \stdClass(), ['a', ''], ['a', '../refund/1'], ['a', 1.0], ['a', true], ['a', ['b']], ['a', null],
    (static fn () => yield from ['a', 'b', 'c/d'])(), (static fn () => yield 1.5)(), $broken(), $closed,
    new Throwing('rewind'), new Throwing('valid'), new Throwing('current'), new Throwing('next'),
];
foreach ($iterables as $iterable) {
    throws(static fn () => $orders->details($iterable));
}
throws(static fn () => $azpays->transactionsByUuid(['a', "b\n"]));
throws(static fn () => $orders->details());
throws(static fn () => $orders->details([], 1));
nothing_on_the_wire($server);
?>
--EXPECT--
TypeError: Aurpay\Order::details(): Argument #1 ($orderIds) must be of type Traversable|array, string given
TypeError: Aurpay\Order::details(): Argument #1 ($orderIds) must be of type Traversable|array, null given
TypeError: Aurpay\Order::details(): Argument #1 ($orderIds) must be of type Traversable|array, stdClass given
ValueError: Aurpay\Order::details(): Argument #1 ($orderIds) must contain only ids (1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen); one at position 2 is not
ValueError: Aurpay\Order::details(): Argument #1 ($orderIds) must contain only ids (1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen); one at position 2 is not
TypeError: Aurpay\Order::details(): Argument #1 ($orderIds) must contain only ids of type string|int, float given at position 2
TypeError: Aurpay\Order::details(): Argument #1 ($orderIds) must contain only ids of type string|int, bool given at position 2
TypeError: Aurpay\Order::details(): Argument #1 ($orderIds) must contain only ids of type string|int, array given at position 2
TypeError: Aurpay\Order::details(): Argument #1 ($orderIds) must contain only ids of type string|int, null given at position 2
ValueError: Aurpay\Order::details(): Argument #1 ($orderIds) must contain only ids (1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen); one at position 3 is not
TypeError: Aurpay\Order::details(): Argument #1 ($orderIds) must contain only ids of type string|int, float given at position 1
DomainException: the database is gone
Exception: Cannot traverse an already closed generator
DomainException: rewind() throws
DomainException: valid() throws
DomainException: current() throws
DomainException: next() throws
ValueError: Aurpay\AzPays\Client::transactionsByUuid(): Argument #1 ($uuids) must contain only ids (1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen); one at position 2 is not
ArgumentCountError: Aurpay\Order::details() expects exactly 1 argument, 0 given
ArgumentCountError: Aurpay\Order::details() expects exactly 1 argument, 2 given
requests: 0, connections: 0
