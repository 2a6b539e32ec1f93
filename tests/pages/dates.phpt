--TEST--
A date that changes while the pages are read changes no request: the filter is that of the moment when each() was called
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

final class Counting extends \DateTimeImmutable
{
    public static int $count = 0;

    public function getTimestamp(): int
    {
        return 86400 * self::$count++;
    }
}

/** A page whose number is the requested one. */
function page(int $number): array
{
    return success('{"page":' . $number . ',"max_page":3,"data":[{"order_id":' . $number . '}]}');
}

$recorder = new Recorder(page(1), page(2), page(3));
$orders = $recorder->client()->orders();
$from = new \DateTime('2024-06-17T00:00:00Z');
$filter = ['st' => $from, 'et' => '2024-06-18T00:00:00'];
foreach ($orders->each($filter) as $order) {
    $from->modify('-1 day');
}
$recorder->show();
echo get_class($filter['st']), " in the caller's array\n";

$recorder = new Recorder(page(1), page(2), page(3));
$pages = $recorder->client()->transactions()->each(['st' => new Counting()]);
Counting::$count = 100;
foreach ($pages as $transaction) {
}
$recorder->show();
throws(static fn () => $orders->each(['st' => new \DateTimeImmutable('@999999999999')]));
throws(static fn () => $orders->each(['status' => new \DateTimeImmutable()]));
?>
--EXPECT--
GET /api/v2/order/?st=2024-06-17T00:00:00&et=2024-06-18T00:00:00&page=1
GET /api/v2/order/?st=2024-06-17T00:00:00&et=2024-06-18T00:00:00&page=2
GET /api/v2/order/?st=2024-06-17T00:00:00&et=2024-06-18T00:00:00&page=3
DateTime in the caller's array
GET /api/v2/tx?st=1970-01-01T00:00:00&page=1
GET /api/v2/tx?st=1970-01-01T00:00:00&page=2
GET /api/v2/tx?st=1970-01-01T00:00:00&page=3
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
TypeError: Aurpay\Order::each(): Argument #1 ($filter) key "status" must be of type string|int, DateTimeImmutable given
