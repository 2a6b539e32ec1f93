--TEST--
A date class of the caller may throw while it is read, return something else than a time, or drop the parameters that contain it
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

final class Throwing extends \DateTimeImmutable
{
    public function getTimestamp(): int
    {
        throw new \DomainException('no time');
    }
}

final class Dropping extends \DateTimeImmutable
{
    public function getTimestamp(): int
    {
        global $slot, $filter;
        $slot = $filter = null;
        gc_collect_cycles();

        return 0;
    }
}

/** PHP allows it to return something else. */
final class Odd extends \DateTimeImmutable
{
    public static mixed $timestamp;

    #[\ReturnTypeWillChange]
    public function getTimestamp(): mixed
    {
        return self::$timestamp;
    }
}

$recorder = new Recorder(success('{"data":[]}'));
$orders = $recorder->client()->orders();
throws(static fn () => $orders->list(['st' => new Throwing()]));
foreach (['0', null, 1.5, [], PHP_INT_MAX, PHP_INT_MIN] as Odd::$timestamp) {
    throws(static fn () => $orders->list(['st' => new Odd()]));
    throws(static fn () => $orders->each(['st' => new Odd()]));
}
$slot = new Dropping();
$filter = ['st' => &$slot, 'status' => str_repeat('S', 3)];
$orders->list($filter);
$recorder->show();
?>
--EXPECT--
DomainException: no time
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
ValueError: Aurpay\Order::each(): Argument #1 ($filter) key "st" must be a date between the years 0 and 9999
GET /api/v2/order/?st=1970-01-01T00:00:00&status=SSS
