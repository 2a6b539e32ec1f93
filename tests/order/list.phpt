--TEST--
list() sends every documented filter; page numbers are ints, amounts strings
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder(success('{"page":1,"size":10,"total":43,"max_page":5,"data":[{"order_id":"1","amount":"19.0012","vs_price":19.0,"refund":false}]}'));
show($recorder->client()->orders()->list([
    'order_id' => '20240806071926377966', 'status' => 'SUCCESS', 'order_type' => 'ORDER', 'chain' => 'A&B', 'currency' => 'USDT-ERC20',
    'page' => 1, 'size' => 100, 'st' => '2024-10-10T00:00:00', 'et' => new \DateTimeImmutable('2024-10-20T02:00:00+02:00'),
]));
$recorder->show();
?>
--EXPECT--
[page: 1, size: 10, total: 43, max_page: 5, data: [[order_id: '1', amount: '19.0012', vs_price: '19.0', refund: false]]]
GET /api/v2/order/?order_id=20240806071926377966&status=SUCCESS&order_type=ORDER&chain=A%26B&currency=USDT-ERC20&page=1&size=100&st=2024-10-10T00:00:00&et=2024-10-20T00:00:00
