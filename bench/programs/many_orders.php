<?php

/*
 * usage: many_orders.php ORDERS
 *
 * Reads ORDERS orders with each(). Prints the memory of the process before them, and after each tenth of them, as a
 * line of JSON.
 */

declare(strict_types=1);

use Aurpay\{Client, Credentials};

require __DIR__ . '/memory.php';

$expected = (int) $argv[1];
$client = new Client(
    Credentials::signature((string) getenv('BENCH_TOKEN'), (string) getenv('BENCH_SECRET')),
    ['base_uri' => (string) getenv('BENCH_BASE_URI'), 'ca_file' => (string) getenv('BENCH_CA_FILE')],
);
AurpayBench\report_memory(0);
$orders = 0;
$last = '';
foreach ($client->orders()->each(['size' => 100]) as $order) {
    $orders++;
    if ($order['order_id'] <= $last) {
        throw new RuntimeException("order {$order['order_id']} after {$last}");
    }
    $last = $order['order_id'];
    if ($orders % intdiv($expected, 10) === 0) {
        AurpayBench\report_memory($orders);
    }
}
if ($orders !== $expected) {
    throw new RuntimeException("{$orders} orders instead of {$expected}");
}
