--TEST--
confirm() asks once for the order's detail, and returns it when the order is paid as the shop expects
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

$recorder = new Recorder(success(order()));
show($recorder->client()->orders()->confirm('77', '10.00', 'USD'));
$recorder->show();
?>
--EXPECT--
[order_id: '77', status: 'SUCCESS', amount: '0.00102549', currency: 'BTC', vs_price: '10.00', vs_currency: 'USD']
GET /api/v2/order/detail/77
