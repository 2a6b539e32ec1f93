<?php

// The shortest page that makes the call with Guzzle and keeps its connection for later web requests. It needs PHP 8.5.

declare(strict_types=1);

use GuzzleHttp\Client;

require __DIR__ . '/../../build/bench/peers/guzzle/vendor/autoload.php';

/** @var array<string, non-empty-string> $server */
$server = $_SERVER;
$target = '/api/order/pay-url';
$body = json_encode(require __DIR__ . '/order.php', JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
$date = gmdate('Y-m-d\TH:i:s') . '.000Z';
$digest = md5($body);
$origin = "HMAC-SHA256 | {$date} | POST {$target} | {$digest}";
$signature = base64_encode(hash_hmac('sha256', $origin, $server['BENCH_SECRET'], true));
$client = new Client([
    'base_uri' => $server['BENCH_BASE_URI'],
    'verify' => $server['BENCH_CA_FILE'],
    'connect_timeout' => 10,
    'timeout' => 30,
    'allow_redirects' => false,
    'http_errors' => false,
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
$answer = (string) $response->getBody();
if ($response->getStatusCode() !== 200) {
    throw new RuntimeException("The API refused the call: {$answer}");
}
/** @var array{code?: int, result?: bool, data: array{pay_url: string}} $envelope */
$envelope = json_decode($answer, true, 64, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
if (($envelope['code'] ?? null) !== 0 || ($envelope['result'] ?? null) !== true) {
    throw new RuntimeException("The API refused the call: {$answer}");
}
echo $envelope['data']['pay_url'];
