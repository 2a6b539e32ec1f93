<?php

// The limit of call.php: in place of the client, libcurl's part of the call in C (bench/bare_extension.c). With "?signed",
// each call is signed too, and ext/json encodes the order and decodes the answer.

declare(strict_types=1);

/** @var array<string, non-empty-string> $server */
$server = $_SERVER;
/** @var array<string, mixed> $order */
$order = require __DIR__ . '/order.php';
$settings = [$server['BENCH_BASE_URI'], $server['BENCH_CA_FILE'], $server['BENCH_TOKEN'], $server['BENCH_SECRET']];
if (isset($_GET['signed'])) {
    /** @var array{data: array{pay_url: string}} $envelope */
    $envelope = bare_json_call(...$settings, parameters: $order);
    echo $envelope['data']['pay_url'];
} else {
    echo bare_call(...$settings, parameters: $order);
}
