<?php

declare(strict_types=1);

// A shop's test suite with a merchant of its own, in a process of its own. Others run beside it; see 15-merchants.php.
// Arguments: the merchant's details (JSON), a number, the shop's URI, the CA file or ''. Prints "ready", waits for a
// line, and prints "passed", or what it saw that was not its own.

namespace Aurpay\Sandbox\Tests;

require dirname(__DIR__) . '/autoload.php';

/** @var list<string> $argv */
[, $details, $number, $shop] = $argv;
$number = (int) $number;
$world = new World(new Answer(0, [], $details, 0, 0), new Http());
echo "ready\n";
fgets(STDIN);

try {
    // A clock, faults, orders and a log that differ from every other suite's.
    $offset = 10_000 * ($number + 1);
    $world->control('POST', '/clock', ['offset_seconds' => $offset]);
    $world->control('POST', '/faults', ['path' => '/api/v2/tx', 'status' => 520 + $number, 'count' => 0]);
    $ids = [];
    for ($round = 0; $round <= $number; $round++) {
        $ids[] = $id = $world->order(sprintf(',"callback_url":"%s/suite-%d?round=%d"', $shop, $number, $round));
        $world->control('POST', '/pay', ['order_id' => $id]);
        Check::same(520 + $number, $world->call('GET', '/api/v2/tx')->status, 'the status of my fault');
    }
    Check::same($offset, $world->control('GET', '')->int('clock_offset_seconds'), 'my clock');
    $seen = array_column($world->call('GET', '/api/v2/order/?size=100')->list('data', 'data'), 'order_id');
    sort($seen);
    Check::same($ids, $seen, 'my orders');
    Check::same(1, count($world->control('GET', '/faults')->list('faults')), 'my faults');
    // Each round has two calls, and the list is one.
    Check::same(2 * $number + 3, $world->control('GET', '/requests')->int('summary', 'requests'), 'my requests');
    $states = static fn (): array => array_column($world->control('GET', '/callbacks')->list('callbacks'), 'state');
    $delivered = array_fill(0, $number + 1, 'delivered');
    Check::soon(static fn (): bool => $states() === $delivered, 'my callbacks');
    echo "passed\n";
} catch (\Throwable $failure) {
    echo get_class($failure), ': ', $failure->getMessage(), "\n";
}
