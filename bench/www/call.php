<?php

// A shop's page with one call, and no code of the bench in between. The measure latency uses it.

declare(strict_types=1);

use Aurpay\{Client, Credentials};

/** @var array<string, non-empty-string> $server */
$server = $_SERVER;
/** @var array{price: float, currency: string} $order */
$order = json_decode($server['BENCH_BODY'], true);

$client = new Client(
    Credentials::signature($server['BENCH_TOKEN'], $server['BENCH_SECRET']),
    ['base_uri' => $server['BENCH_BASE_URI'], 'ca_file' => $server['BENCH_CA_FILE']],
);
echo $client->orders()->createPayUrl($order)['pay_url'];
