--TEST--
Each optional field of the wrong type or value is a TypeError or ValueError that names it and what is allowed
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
foreach ([
    ['id', ''], ['id', 1.5], ['id', []], ['id', "\xff"], ['url', 1], ['url', ''], ['succeed_url', true], ['succeed_url', '/thanks'], ['timeout_url', 'javascript:alert(1)'],
    ['callback_url', false], ['fixed_encrypt_price', 1], ['fixed_encrypt_price', 'true'], ['enable_post_callback', 0], ['enable_post_callback', 'yes'],
    ['currency', 1.5], ['currency', []], ['currency', new \stdClass()],
] as [$name, $value]) {
    throws(static fn () => $orders->createPayUrl([$name => $value] + ['price' => 1, 'currency' => 'USD']));
}
foreach ([
    ['page', 0], ['page', -1], ['page', '1'], ['page', 1.0], ['size', 0], ['size', 101], ['size', PHP_INT_MAX], ['size', true],
    ['status', []], ['status', ''], ['order_id', false], ['st', 1718000000], ['st', 'yesterday'], ['st', ''], ['st', '2024-10-10'], ['st', '2024-10-10 00:00:00'],
    ['et', '2024-10-10T00:00:00Z'], ['et', '2024-10-10T00:00:00+02:00'], ['et', '2024-02-30T00:00:00'], ['et', '2024-10-10T24:00:00'], ['et', new \stdClass()],
    ['et', "2024-10-10T00:00:0\0"],
] as [$name, $value]) {
    throws(static fn () => $orders->list([$name => $value]));
}
throws(static fn () => $orders->list(['page']));
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "id" must not be empty or blank
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "id" must be of type string|int, float given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "id" must be of type string|int, array given
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "id" must be valid UTF-8
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "url" must be of type string, int given
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "url" must be an absolute http or https URL
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "succeed_url" must be of type string, bool given
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "succeed_url" must be an absolute http or https URL
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "timeout_url" must be an absolute http or https URL
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "callback_url" must be of type string, bool given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "fixed_encrypt_price" must be of type bool, int given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "fixed_encrypt_price" must be of type bool, string given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "enable_post_callback" must be of type bool, int given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "enable_post_callback" must be of type bool, string given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be of type string|int, float given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be of type string|int, array given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "currency" must be of type string|int, stdClass given
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "page" must be between 1 and 2147483647
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "page" must be between 1 and 2147483647
TypeError: Aurpay\Order::list(): Argument #1 ($filter) key "page" must be of type int, string given
TypeError: Aurpay\Order::list(): Argument #1 ($filter) key "page" must be of type int, float given
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "size" must be between 1 and 100
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "size" must be between 1 and 100
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "size" must be between 1 and 100
TypeError: Aurpay\Order::list(): Argument #1 ($filter) key "size" must be of type int, bool given
TypeError: Aurpay\Order::list(): Argument #1 ($filter) key "status" must be of type string|int, array given
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "status" must not be empty or blank
TypeError: Aurpay\Order::list(): Argument #1 ($filter) key "order_id" must be of type string|int, bool given
TypeError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a string or a DateTimeInterface, int given
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date in UTC as YYYY-MM-DDThh:mm:ss
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date in UTC as YYYY-MM-DDThh:mm:ss
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date in UTC as YYYY-MM-DDThh:mm:ss
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "st" must be a date in UTC as YYYY-MM-DDThh:mm:ss
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "et" must be a date in UTC as YYYY-MM-DDThh:mm:ss
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "et" must be a date in UTC as YYYY-MM-DDThh:mm:ss
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "et" must be a date in UTC as YYYY-MM-DDThh:mm:ss
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "et" must be a date in UTC as YYYY-MM-DDThh:mm:ss
TypeError: Aurpay\Order::list(): Argument #1 ($filter) key "et" must be a string or a DateTimeInterface, stdClass given
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "et" must be a date in UTC as YYYY-MM-DDThh:mm:ss
ValueError: Aurpay\Order::list(): Argument #1 ($filter) must have string keys only: the API's field names
requests: 0, connections: 0
