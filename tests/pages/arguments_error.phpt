--TEST--
A filter that is refused while a page is read is reported as the argument of the method that took it, never of a function of the shop; arguments passed by reference stay unchanged
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$last = 2147483647;
$page = static fn (int $number): array => success('{"page":' . $number . ',"size":1,"total":3,"max_page":' . ($number > 3 ? $number + 1 : 3) . ',"data":[{"order_id":"' . $number . '"}]}');
// The server claims that there is a page after the last one that each() can ask for.
$client = static fn (): Client => (new Recorder($page($last)))->client();

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
}

function shop_generator(iterable $orders): \Generator
{
    yield from $orders;
}

$at_line = static function (callable $call): void {
    $thrown = throws($call);
    echo $thrown->getFile() === __FILE__ && $thrown->getLine() > 0 ? 'here' : "{$thrown->getFile()}:{$thrown->getLine()}", "\n";
};

$at_line(static fn () => shop($client()->orders()->each(['page' => $last])));
$at_line(static fn () => shop($client()->transactions()->each(['page' => $last])));
$at_line(static fn () => shop_iterator($client()->orders()->each(['page' => $last])->getIterator()));
$at_line(static fn () => shop(shop_generator($client()->orders()->each(['page' => $last]))));
$at_line(static fn () => iterator_to_array($client()->orders()->each(['page' => $last])));

// After the exception the script goes on as usual.
$pages = $client()->orders()->each(['page' => $last]);
try {
    foreach ($pages as $order) {
        echo $order['order_id'], ' ';
    }
} catch (\ValueError $error) {
    echo "caught\n";
}

// A filter passed by reference.
$size = 1;
$filter = ['size' => &$size];
$recorder = new Recorder($page(1), $page(2), $page(3));
$orders = $recorder->client()->orders()->each($filter);
$size = 'many';
echo shop($orders), "\n";
$recorder->show();
?>
--EXPECT--
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "page" must be between 1 and 2147483647
here
ValueError: Aurpay\Transaction::each(): Argument #1 ($filter) key "page" must be between 1 and 2147483647
here
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "page" must be between 1 and 2147483647
here
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "page" must be between 1 and 2147483647
here
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "page" must be between 1 and 2147483647
here
2147483647 caught
3
GET /api/v2/order/?size=1&page=1
GET /api/v2/order/?size=1&page=2
GET /api/v2/order/?size=1&page=3
