<?php

// The shortest page that makes the call with Guzzle and keeps its connection for later web requests. It needs PHP 8.5.

declare(strict_types=1);

use GuzzleHttp\Client;

require __DIR__ . '/../../build/bench/peers/guzzle/vendor/autoload.php';
require __DIR__ . '/by_hand.php';

/** @var array<string, non-empty-string> $server */
$server = $_SERVER;
$target = '/api/order/pay-url';
$body = json_encode(require __DIR__ . '/order.php', JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
[$date, $digest, $signature] = sign($target, $body, $server['BENCH_SECRET']);
$client = new Client([
    'base_uri' => $server['BENCH_BASE_URI'],
    'verify' => $server['BENCH_CA_FILE'],
    'connect_timeout' => 10,
    'timeout' => 30,
    'allow_redirects' => false,
    // Throws if the connections cannot be kept.
    'transport_sharing' => 'persistent_require',
]);
$response = $client->request('POST', $target, [
    'headers' => [
        'Accept' => 'application/json',
        'Content-Type' => 'application/json',
        'API-Token' => $server['BENCH_TOKEN'],
        'Algorithm' => 'HMAC-SHA256',
        'Date' => $date,
        'Body-MD5' => $digest,
        'Signature' => $signature,
    ],
    'body' => $body,
]);
echo pay_url($response->getStatusCode(), (string) $response->getBody());
