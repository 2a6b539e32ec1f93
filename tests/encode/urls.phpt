--TEST--
URLs are sent unchanged: callbacks on https or loopback, pages on http or https, with query, port and UTF-8
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

foreach ([
    ['callback_url', 'https://shop.example/cb?order=12%2F3&key=wc_order_a%20b'], ['callback_url', 'https://shop.example:8443/'], ['timeout_callback', 'http://127.0.0.1:8000/cb'],
    ['callback_url', 'http://localhost/cb'], ['callback_url', 'http://[::1]:8080/cb'], ['callback_url', "https://shop.example/\u{652f}\u{4ed8}"],
    ['succeed_url', 'http://shop.example/thanks#order'], ['timeout_url', 'https://shop.example'], ['url', 'https://shop.example/order/123456'],
] as [$name, $url]) {
    echo pay_url_body(['price' => 1, $name => $url]), "\n";
}
?>
--EXPECT--
{"price":1,"callback_url":"https://shop.example/cb?order=12%2F3&key=wc_order_a%20b","currency":"USD"}
{"price":1,"callback_url":"https://shop.example:8443/","currency":"USD"}
{"price":1,"timeout_callback":"http://127.0.0.1:8000/cb","currency":"USD"}
{"price":1,"callback_url":"http://localhost/cb","currency":"USD"}
{"price":1,"callback_url":"http://[::1]:8080/cb","currency":"USD"}
{"price":1,"callback_url":"https://shop.example/支付","currency":"USD"}
{"price":1,"succeed_url":"http://shop.example/thanks#order","currency":"USD"}
{"price":1,"timeout_url":"https://shop.example","currency":"USD"}
{"price":1,"url":"https://shop.example/order/123456","currency":"USD"}
