--TEST--
createPayInfo() with every documented field sends the documents' body and returns the order, its amounts as strings
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder(success('{"order_id":"20240806","status":"PENDING","amount":18.0098,"create_time":"2024-08-06T07:19:26",'
    . '"vs_currency":"USD","vs_price":18,"address":"0xabc","contract_addr":null,"pay_url":"https://dashboard.aurpay.net/#/c?token=1"}'));
show($recorder->client()->orders()->createPayInfo([
    'chain' => 'ETH',
    'currency' => 'USDT-ERC20',
    'vs_currency' => 'USD',
    'vs_price' => '18.000000000000000001',
    'succeed_url' => 'https://example.com/succeed_url',
    'timeout_url' => 'https://example.com/timeout_url',
    'callback_url' => 'https://example.com/callback_url',
    'timeout_callback' => 'https://example.com/timeout_callback',
    'fixed_encrypt_price' => true,
    'enable_post_callback' => false,
]));
$recorder->show();
?>
--EXPECT--
[order_id: '20240806', status: 'PENDING', amount: '18.0098', create_time: '2024-08-06T07:19:26', vs_currency: 'USD', vs_price: '18', address: '0xabc', contract_addr: NULL, pay_url: 'https://dashboard.aurpay.net/#/c?token=1']
POST /api/order/pay-info {"chain":"ETH","currency":"USDT-ERC20","vs_currency":"USD","vs_price":18.000000000000000001,"succeed_url":"https://example.com/succeed_url","timeout_url":"https://example.com/timeout_url","callback_url":"https://example.com/callback_url","timeout_callback":"https://example.com/timeout_callback","fixed_encrypt_price":true,"enable_post_callback":false}
