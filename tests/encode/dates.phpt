--TEST--
Filter dates: text is sent unchanged, a DateTimeInterface of any time zone becomes UTC
--INI--
date.timezone=America/New_York
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

$recorder = new Recorder(success('{"data":[]}'));
$orders = $recorder->client()->orders();
$kathmandu = new \DateTimeZone('Asia/Kathmandu');
foreach ([
    '2024-10-10T00:00:00', new \DateTimeImmutable('2024-10-10 00:00:00', $kathmandu), new \DateTime('2024-03-10 02:30:00'), new \DateTimeImmutable('2024-12-31T23:59:59.999-12:00'),
    new \DateTimeImmutable('1969-12-31T23:59:59Z'), new \DateTimeImmutable('0000-01-01T00:00:00Z'), new \DateTimeImmutable('9999-12-31T23:59:59Z'),
] as $date) {
    $orders->list(['st' => $date, 'et' => $date]);
}
$recorder->show();
?>
--EXPECT--
GET /api/v2/order/?st=2024-10-10T00:00:00&et=2024-10-10T00:00:00
GET /api/v2/order/?st=2024-10-09T18:15:00&et=2024-10-09T18:15:00
GET /api/v2/order/?st=2024-03-10T07:30:00&et=2024-03-10T07:30:00
GET /api/v2/order/?st=2025-01-01T11:59:59&et=2025-01-01T11:59:59
GET /api/v2/order/?st=1969-12-31T23:59:59&et=1969-12-31T23:59:59
GET /api/v2/order/?st=0000-01-01T00:00:00&et=0000-01-01T00:00:00
GET /api/v2/order/?st=9999-12-31T23:59:59&et=9999-12-31T23:59:59
