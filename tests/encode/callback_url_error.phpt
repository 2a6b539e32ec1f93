--TEST--
A callback URL that is not https (loopback excepted) is a ValueError: the platform sends the merchant's key there; a blank in it is named
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
$bad = [
    '', 'callback', '/callback', '//shop.example/cb', 'http://shop.example/cb', 'http://192.168.0.1/cb', 'http://127.0.0.1.evil.example/cb', 'ftp://shop.example/cb',
    'https://', 'https:///cb', 'https:shop.example/cb', 'https:/shop.example/cb', 'https://user@shop.example/cb', 'https://user:password@shop.example/cb', 'https://shop.example/cb#order',
    "https://shop.example/cb\r\n", "https://shop.example/cb\x7f", "https://shop.example/cb\0", 'https://shop.example/a b', ' https://shop.example', 'https://shop.example\\@evil.example/', 'javascript:alert(1)',
    "https://shop.example/cb\u{A0}", "https://shop.example/cb\u{200B}", "\u{FEFF}https://shop.example/cb",
];
$messages = [];
foreach ($bad as $url) {
    foreach (['callback_url', 'timeout_callback'] as $name) {
        foreach ([
            static fn () => $orders->createPayUrl(['price' => 10, 'currency' => 'USD', $name => $url]),
            static fn () => $orders->createPayInfo(['chain' => 'ETH', 'currency' => 'ETH', 'vs_currency' => 'USD', 'vs_price' => 1, $name => $url]),
        ] as $call) {
            try {
                $call();
                echo 'accepted: ', $name, ' ', json_encode($url, JSON_UNESCAPED_SLASHES), "\n";
            } catch (\ValueError $error) {
                $messages[$error->getMessage()] = true;
            }
        }
    }
}
echo implode("\n", array_keys($messages)), "\n";
nothing_on_the_wire($server);
?>
--EXPECT--
Aurpay\Order::createPayUrl(): Argument #1 ($params) key "callback_url" must be an absolute https URL without user and fragment (http only on a loopback address): the platform sends the merchant's API key there
Aurpay\Order::createPayInfo(): Argument #1 ($params) key "callback_url" must be an absolute https URL without user and fragment (http only on a loopback address): the platform sends the merchant's API key there
Aurpay\Order::createPayUrl(): Argument #1 ($params) key "timeout_callback" must be an absolute https URL without user and fragment (http only on a loopback address): the platform sends the merchant's API key there
Aurpay\Order::createPayInfo(): Argument #1 ($params) key "timeout_callback" must be an absolute https URL without user and fragment (http only on a loopback address): the platform sends the merchant's API key there
Aurpay\Order::createPayUrl(): Argument #1 ($params) key "callback_url" must be a URL without white space and control characters: percent-encode them, a blank as %20
Aurpay\Order::createPayInfo(): Argument #1 ($params) key "callback_url" must be a URL without white space and control characters: percent-encode them, a blank as %20
Aurpay\Order::createPayUrl(): Argument #1 ($params) key "timeout_callback" must be a URL without white space and control characters: percent-encode them, a blank as %20
Aurpay\Order::createPayInfo(): Argument #1 ($params) key "timeout_callback" must be a URL without white space and control characters: percent-encode them, a blank as %20
requests: 0, connections: 0
