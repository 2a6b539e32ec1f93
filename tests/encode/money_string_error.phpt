--TEST--
A malformed decimal string is a ValueError that names the field and what is allowed, and nothing is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
$bad = [
    '', ' ', ' 10', '10 ', "10\n", "\t10", '1 0', '1,000', '10,00', '1_000', "1'000", '+10', '1e3', '1E3', '1e-2', '1.5e1', '0x1A', '0b1',
    '010', '00', '00.1', '01.5', '.5', '5.', '.', '-', '--1', '1.2.3', '1..2', '10-', '10USD', '$10', "10\0", "\0", 'NaN', 'INF', '-INF', 'null', 'true',
    "\u{661}\u{660}", "\u{ff11}\u{ff10}", "10\u{a0}", "1\u{2e41}5", "\xff", "\u{bd}", "10\u{200b}",
    str_repeat('9', 99), '0.' . str_repeat('1', 97), '1' . str_repeat(' ', 64),
];
$messages = [];
foreach ($bad as $price) {
    foreach ([
        static fn () => $orders->createPayUrl(['price' => $price, 'currency' => 'USD']),
        static fn () => $orders->createPayInfo(['chain' => 'ETH', 'currency' => 'ETH', 'vs_currency' => 'USD', 'vs_price' => $price]),
    ] as $call) {
        try {
            $call();
            echo 'accepted: ', json_encode($price), "\n";
        } catch (\ValueError $error) {
            $messages[$error->getMessage()] = ($messages[$error->getMessage()] ?? 0) + 1;
        }
    }
}
foreach ($messages as $message => $count) {
    echo $count === count($bad) ? 'all' : $count, ': ', $message, "\n";
}
nothing_on_the_wire($server);
?>
--EXPECT--
all: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
all: Aurpay\Order::createPayInfo(): Argument #1 ($params) key "vs_price" must be a plain decimal such as "19.99": ASCII digits with at most one point, without blanks, commas, plus sign or exponent, at most 98 characters
requests: 0, connections: 0
