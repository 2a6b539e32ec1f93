--TEST--
createPayUrl() with every documented field sends the documents' body in the caller's order and returns the URL
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$url = 'https://dashboard.aurpay.net/#/cashier/choose?token=1ad16906cce282a5abe0e666ad99bddf20229630f948e5537f5b46f1f5beee1a';
$recorder = new Recorder(success('{"pay_url":"' . $url . '"}'));
$result = $recorder->client()->orders()->createPayUrl([
    'price' => 100,
    'currency' => 'USD',
    'id' => '123456',
    'url' => 'https://example.com/order/123456',
    'succeed_url' => 'https://example.com/succeed_url',
    'timeout_url' => 'https://example.com/timeout_url',
    'callback_url' => 'https://example.com/callback_url',
    'timeout_callback' => 'https://example.com/timeout_callback',
    'fixed_encrypt_price' => false,
    'enable_post_callback' => true,
]);
var_dump($result === ['pay_url' => $url]);
$recorder->show();
$recorder->client()->orders()->createPayUrl(['id' => 123456, 'currency' => 'EUR', 'price' => '0.10']);
$recorder->show();
?>
--EXPECT--
bool(true)
POST /api/order/pay-url {"price":100,"currency":"USD","id":"123456","url":"https://example.com/order/123456","succeed_url":"https://example.com/succeed_url","timeout_url":"https://example.com/timeout_url","callback_url":"https://example.com/callback_url","timeout_callback":"https://example.com/timeout_callback","fixed_encrypt_price":false,"enable_post_callback":true}
POST /api/order/pay-url {"id":"123456","currency":"EUR","price":0.10}
