--TEST--
A filter that is refused while a page is read is told as the argument of the method that took it, never as one of the shop's function; what was given by reference is as it was
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../client/recorder.inc';

/** Right when it is first looked at, and never again. */
final class Date extends \DateTimeImmutable
{
    private int $looks = 0;

    public function __construct(private int $good)
    {
        parent::__construct();
    }

    public function getTimestamp(): int
    {
        return $this->looks++ < $this->good ? 0 : PHP_INT_MAX;
    }
}

$page = static fn (int $number): array => success('{"page":' . $number . ',"size":1,"total":3,"max_page":3,"data":[{"order_id":"' . $number . '"}]}');
$client = static fn (): Client => (new Recorder($page(1), $page(2), $page(3)))->client();

function shop(iterable $orders, string $more = ''): int
{
    $seen = 0;
    foreach ($orders as $order) {
        $seen++;
    }

    return $seen;
}

function shop_iterator(\Iterator $iterator): void
{
    $iterator->rewind();
    $iterator->next();
    $iterator->next();
}

function shop_generator(iterable $orders): \Generator
{
    yield from $orders;
}

$at_line = static function (callable $call): void {
    $thrown = throws($call);
    echo $thrown->getFile() === __FILE__ && $thrown->getLine() > 0 ? 'here' : "{$thrown->getFile()}:{$thrown->getLine()}", "\n";
};

// While the first page is read, and while a later one is: each() looks once.
$at_line(static fn () => shop($client()->orders()->each(['st' => new Date(1)])));
$at_line(static fn () => shop($client()->orders()->each(['st' => new Date(2)])));
$at_line(static fn () => shop($client()->transactions()->each(['et' => new Date(3)])));
$at_line(static fn () => shop_iterator($client()->orders()->each(['st' => new Date(2)])->getIterator()));
$at_line(static fn () => shop(shop_generator($client()->orders()->each(['st' => new Date(2)]))));
$at_line(static fn () => iterator_to_array($client()->orders()->each(['st' => new Date(2)])));

// What comes after the exception goes on as ever.
$pages = $client()->orders()->each(['st' => new Date(2)]);
try {
    foreach ($pages as $order) {
        echo $order['order_id'], ' ';
    }
} catch (\ValueError $error) {
    echo "caught\n";
}

// A filter that was given by reference.
$size = 1;
$filter = ['size' => &$size];
$recorder = new Recorder($page(1), $page(2), $page(3));
$orders = $recorder->client()->orders()->each($filter);
$size = 'many';
echo shop($orders), "\n";
$recorder->show();
?>
--EXPECT--
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
here
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
here
ValueError: Aurpay\Transaction::each(): Argument #1 ($filter) key "et" must be a date between the years 0 and 9999
here
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
here
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
here
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
here
1 caught
3
GET /api/v2/order/?size=1&page=1
GET /api/v2/order/?size=1&page=2
GET /api/v2/order/?size=1&page=3
