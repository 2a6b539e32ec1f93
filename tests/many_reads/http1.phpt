--TEST--
Without HTTP/2 details() opens as many connections as `concurrency` allows, at most 8, and reuses them
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$ids = array_map(static fn (int $number) => "id{$number}", range(1, 40));
foreach ([1, 3, 100] as $concurrency) {
    $server = fault_server('--tls');
    $server->default(['do' => 'answer', 'delay' => 0.02]);
    $orders = (new Client('key', $server->options(['concurrency' => $concurrency])))->orders();
    $details = $orders->details($ids);
    $details = $orders->details($ids);
    $right = array_filter($details, static fn (array $detail, string $id) => basename($detail['target']) === $id, ARRAY_FILTER_USE_BOTH);
    $counts = $server->counts();
    $connections = connections_of_reads_at_once($counts['connections'], min($concurrency, 8));
    echo "concurrency {$concurrency}: ", count($right), ' right, in order: ', var_export(array_keys($details) === $ids, true),
        ", {$counts['requests']} requests on {$connections} connections\n";
    $server->stop();
}
?>
--EXPECT--
concurrency 1: 40 right, in order: true, 80 requests on 1 connections
concurrency 3: 40 right, in order: true, 80 requests on 3 connections
concurrency 100: 40 right, in order: true, 80 requests on 8 connections
