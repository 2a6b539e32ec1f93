--TEST--
Every method of Order: what is sent (method, target, body) and that the data of the answer is returned
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Order;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder(success('{"some":"data"}'));
$orders = new Order($recorder->client());
show($orders->fiatCurrencies());
show($orders->cryptoCurrencies());
show($orders->createPayUrl(['price' => 10, 'currency' => 'USD']));
show($orders->createPayInfo(['chain' => 'ETH', 'currency' => 'USDT-ERC20', 'vs_currency' => 'USD', 'vs_price' => 18]));
show($orders->list());
show($orders->list(['page' => 1, 'size' => 10]));
show($orders->detail('20240806071926377966'));
show($orders->refundInfo('20240614061316661529'));
show($orders->refund('20240614061316661529'));
$recorder->show();
?>
--EXPECT--
[some: 'data']
[some: 'data']
[some: 'data']
[some: 'data']
[some: 'data']
[some: 'data']
[some: 'data']
[some: 'data']
[some: 'data']
GET /api/order/pay/real-currency
GET /api/order/pay/crypto-currency
POST /api/order/pay-url {"price":10,"currency":"USD"}
POST /api/order/pay-info {"chain":"ETH","currency":"USDT-ERC20","vs_currency":"USD","vs_price":18}
GET /api/v2/order/
GET /api/v2/order/?page=1&size=10
GET /api/v2/order/detail/20240806071926377966
GET /api/v2/order/refund-info/20240614061316661529
POST /api/v2/order/refund/20240614061316661529
