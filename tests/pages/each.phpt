--TEST--
Order::each() yields every order of all pages once, asks for a page only when it is needed, and starts afresh each time
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox();
$sandbox->control('POST', '/orders', ['count' => 25, 'status' => 'SUCCESS']);
$sandbox->control('POST', '/orders', ['count' => 3]);
$orders = (new Client($sandbox->info('api_key'), $sandbox->options()))->orders();
$asked = static function () use ($sandbox): int {
    $count = $sandbox->control('GET', '/requests')['summary']['requests'];
    $sandbox->control('DELETE', '/requests');

    return $count;
};
$asked();

$pages = $orders->each(['status' => 'SUCCESS', 'size' => 10]);
echo 'asked for before the loop: ', $asked(), "\n";
$ids = $keys = [];
foreach ($pages as $key => $order) {
    $keys[] = $key;
    $ids[] = $order['order_id'];
}
echo count($ids), ' orders, ', count(array_unique($ids)), ' different, keys ', $keys[0], ' to ', end($keys),
    ', pages: ', $asked(), "\n";

foreach ($pages as $key => $order) {
    if ($key === 9) {
        break;
    }
}
echo 'stopped at the end of the first page: ', $asked(), "\n";
foreach ($pages as $key => $order) {
    if ($key === 10) {
        break;
    }
}
echo 'stopped at the start of the second: ', $asked(), "\n";

echo 'again: ', count(iterator_to_array($pages)), ', pages: ', $asked(), "\n";
$two = $pages->getIterator();
$one = $pages->getIterator();
$one->rewind();
$two->rewind();
$one->next();
echo 'two at once: ', $one->key(), ' and ', $two->key(), ', the same order first: ',
    json_encode($two->current()['order_id'] === $ids[0]), "\n";
$asked();

echo 'from page 3: ', count(iterator_to_array($orders->each(['status' => 'SUCCESS', 'size' => 10, 'page' => 3]))), "\n";
echo 'none: ', count(iterator_to_array($orders->each(['status' => 'REFUNDED']))), "\n";
$sandbox->stop();
?>
--EXPECT--
asked for before the loop: 0
25 orders, 25 different, keys 0 to 24, pages: 3
stopped at the end of the first page: 1
stopped at the start of the second: 2
again: 25, pages: 3
two at once: 1 and 0, the same order first: true
from page 3: 5
none: 0
