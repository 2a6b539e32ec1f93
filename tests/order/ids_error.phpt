--TEST--
An empty id, one of 65 characters, or one with CR, LF, NUL, a slash, dots, escapes or other characters is a ValueError, and nothing is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
$bad = [
    '', ' ', ' 1', '1 ', "1\r\n", "1\n", "\n1", "1\0", "\0", "1\r\nX-Evil: 1", '1/2', '/', '..', '.', '../refund/1', '1.2', '%2e%2e', '1%00', '1?x=1', '1#x', '1&2', '1\\2', '1:2', '1;2', '{id}', '*',
    "\u{661}", "\u{e9}", "\xff", str_repeat('x', 65),
];
$messages = [];
foreach ($bad as $id) {
    foreach (['detail', 'refundInfo', 'refund', 'confirm'] as $method) {
        try {
            $orders->$method($id, ...($method === 'confirm' ? ['10', 'USD'] : []));
            echo $method, ' accepted: ', json_encode($id), "\n";
        } catch (\ValueError $error) {
            $messages[$error->getMessage()] = true;
        }
    }
}
echo implode("\n", array_keys($messages)), "\n";
nothing_on_the_wire($server);
?>
--EXPECT--
Aurpay\Order::detail(): Argument #1 ($orderId) must be an id: 1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen
Aurpay\Order::refundInfo(): Argument #1 ($orderId) must be an id: 1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen
Aurpay\Order::refund(): Argument #1 ($orderId) must be an id: 1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen
Aurpay\Order::confirm(): Argument #1 ($orderId) must be an id: 1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen
requests: 0, connections: 0
