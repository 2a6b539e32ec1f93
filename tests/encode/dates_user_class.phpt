--TEST--
A date class of the caller may throw while it is read, or drop the parameters that contain it
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

$recorder = new Recorder(success('{"data":[]}'));
$orders = $recorder->client()->orders();
throws(static fn () => $orders->list(['st' => new Throwing()]));
$slot = new Dropping();
$filter = ['st' => &$slot, 'status' => str_repeat('S', 3)];
$orders->list($filter);
$recorder->show();
?>
--EXPECT--
DomainException: no time
GET /api/v2/order/?st=1970-01-01T00:00:00&status=SSS
