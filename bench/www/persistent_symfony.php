<?php

// The shortest page that makes the call with Symfony HttpClient and keeps its connection for later web requests. It needs
// PHP 8.5.

declare(strict_types=1);

use Symfony\Component\HttpClient\HttpClient;

require __DIR__ . '/../../build/bench/peers/symfony/vendor/autoload.php';
require __DIR__ . '/by_hand.php';

/** @var array<string, non-empty-string> $server */
$server = $_SERVER;
$target = '/api/order/pay-url';
$body = json_encode(require __DIR__ . '/order.php', JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
[$date, $digest, $signature] = sign($target, $body, $server['BENCH_SECRET']);
$client = HttpClient::create([
    'base_uri' => $server['BENCH_BASE_URI'],
    'cafile' => $server['BENCH_CA_FILE'],
    'max_connect_duration' => 10,
    'max_duration' => 30,
    'max_redirects' => 0,
    'extra' => ['use_persistent_connections' => true],
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
echo pay_url($response->getStatusCode(), $response->getContent());
