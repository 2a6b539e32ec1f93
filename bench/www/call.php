<?php

// A shop's page with one call, and no code of the bench in between.

declare(strict_types=1);

use Aurpay\{Client, Credentials};

/** @var array<string, non-empty-string> $server */
$server = $_SERVER;
$client = new Client(
    Credentials::signature($server['BENCH_TOKEN'], $server['BENCH_SECRET']),
    ['base_uri' => $server['BENCH_BASE_URI'], 'ca_file' => $server['BENCH_CA_FILE']],
);
/** @var array{price: float, currency: string, id: string, url: string, callback_url: string} $order */
$order = require __DIR__ . '/order.php';
echo $client->orders()->createPayUrl($order)['pay_url'];
