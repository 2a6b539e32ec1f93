--TEST--
The base URI may be https anywhere and http on loopback alone; its path goes before every target, with or without a slash
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

foreach ([
    'https://dashboard.aurpay.net', 'https://dashboard.aurpay.net/', 'https://shop.example:8443/gateway',
    'https://shop.example:8443/gateway/', 'https://192.168.0.1', 'https://[2001:db8::1]:444',
    'http://127.0.0.1:8080', 'http://127.8.9.10', 'http://localhost', 'http://[::1]:80/x',
] as $uri) {
    $recorder = new Recorder();
    $recorder->client('key', ['base_uri' => $uri])->orders()->detail('1');
    echo $uri, ' => ', $recorder->requests[0]['target'], "\n";
}
?>
--EXPECT--
https://dashboard.aurpay.net => /api/v2/order/detail/1
https://dashboard.aurpay.net/ => /api/v2/order/detail/1
https://shop.example:8443/gateway => /gateway/api/v2/order/detail/1
https://shop.example:8443/gateway/ => /gateway/api/v2/order/detail/1
https://192.168.0.1 => /api/v2/order/detail/1
https://[2001:db8::1]:444 => /api/v2/order/detail/1
http://127.0.0.1:8080 => /api/v2/order/detail/1
http://127.8.9.10 => /api/v2/order/detail/1
http://localhost => /api/v2/order/detail/1
http://[::1]:80/x => /x/api/v2/order/detail/1
