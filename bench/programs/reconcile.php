<?php

/*
 * usage: reconcile.php CONCURRENCY COUNT
 *
 * Asks for COUNT orders with details(), CONCURRENCY requests at once, and prints how long that took and how much memory
 * the process had at most, in KB.
 */

declare(strict_types=1);

use Aurpay\{Client, Credentials};
use AurpayBench\Server\Orders;

require __DIR__ . '/../src/Server/Orders.php';

/** @var array<string, non-empty-string> $server */
$server = $_SERVER;
[, $concurrency, $count] = $argv;
$client = new Client(
    Credentials::signature($server['BENCH_TOKEN'], $server['BENCH_SECRET']),
    ['base_uri' => $server['BENCH_BASE_URI'], 'ca_file' => $server['BENCH_CA_FILE'], 'concurrency' => (int) $concurrency],
);
$orderIds = (new Orders())->ids((int) $count);
$began = hrtime(true);
$found = 0;
// As a shop does: a page of orders at a time, each written to the database before the next.
foreach (array_chunk($orderIds, 1000) as $chunk) {
    foreach ($client->orders()->details($chunk) as $orderId => $detail) {
        if (!is_array($detail) || $detail['order_id'] !== (string) $orderId) {
            throw new RuntimeException("no answer about order {$orderId}");
        }
        $found++;
    }
}
$nanoseconds = hrtime(true) - $began;
preg_match('~^VmHWM:\s+(\d+) kB$~m', (string) file_get_contents('/proc/self/status'), $peak);
echo json_encode(['orders' => $found, 'nanoseconds' => $nanoseconds, 'peak' => (int) ($peak[1] ?? 0)]), "\n";
