--TEST--
The answers in the documents' examples are returned with their types: null, false, int, bool and strings of digits
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$orders = static fn (string $data) => (new Recorder(success($data)))->client()->orders();
show($orders('[{"currency":"USD","name":"United States Dollar"}]')->fiatCurrencies());
show($orders('[{"chain":"ETH","currency":"ETH","status":true}]')->cryptoCurrencies());
show($orders('{"order_id":"20240806071926377966","amount":"19.0012","vs_price":"19.0","refund":false,"obtained":null,"fee":"0.2","from_addr":null,"to_addr":false,"tx_hash":"","contract_id":null}')->detail('20240806071926377966'));
show($orders('{"order_id":"1","chain":"TRX","currency":"USDT-TRC20","amount":7.6883,"network_fee":0.353,"obtained":7.3353,"refund_et":60}')->refundInfo('1'));
show($orders('{"order_id":"1","amount":7.6883,"network_fee":0.353,"obtained":7.3353,"refund_et":60}')->refund('1'));
?>
--EXPECT--
[[currency: 'USD', name: 'United States Dollar']]
[[chain: 'ETH', currency: 'ETH', status: true]]
[order_id: '20240806071926377966', amount: '19.0012', vs_price: '19.0', refund: false, obtained: NULL, fee: '0.2', from_addr: NULL, to_addr: false, tx_hash: '', contract_id: NULL]
[order_id: '1', chain: 'TRX', currency: 'USDT-TRC20', amount: '7.6883', network_fee: '0.353', obtained: '7.3353', refund_et: 60]
[order_id: '1', amount: '7.6883', network_fee: '0.353', obtained: '7.3353', refund_et: 60]
