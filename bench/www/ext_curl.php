<?php

// The shortest page that makes the call with ext-curl. With "?persistent", its connection is kept for later web requests,
// which needs PHP 8.5.

declare(strict_types=1);

/** @var array<string, non-empty-string> $server */
$server = $_SERVER;
$target = '/api/order/pay-url';
$body = json_encode(require __DIR__ . '/order.php', JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
$date = gmdate('Y-m-d\TH:i:s') . '.000Z';
$digest = md5($body);
$origin = "HMAC-SHA256 | {$date} | POST {$target} | {$digest}";
$signature = base64_encode(hash_hmac('sha256', $origin, $server['BENCH_SECRET'], true));
$handle = curl_init($server['BENCH_BASE_URI'] . $target);
curl_setopt_array($handle, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_CAINFO => $server['BENCH_CA_FILE'],
    CURLOPT_ENCODING => '',
    CURLOPT_CONNECTTIMEOUT => 10,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Accept: application/json',
        'Content-Type: application/json',
        "API-Token: {$server['BENCH_TOKEN']}",
        'Algorithm: HMAC-SHA256',
        "Date: {$date}",
        "Body-MD5: {$digest}",
        "Signature: {$signature}",
    ],
    CURLOPT_POSTFIELDS => $body,
]);
if (isset($_GET['persistent'])) {
    curl_setopt($handle, CURLOPT_SHARE, curl_share_init_persistent([
        CURL_LOCK_DATA_DNS, CURL_LOCK_DATA_CONNECT, CURL_LOCK_DATA_SSL_SESSION,
    ]));
}
$answer = curl_exec($handle);
if (!is_string($answer) || curl_getinfo($handle, CURLINFO_RESPONSE_CODE) !== 200) {
    throw new RuntimeException(curl_error($handle));
}
/** @var array{code?: int, result?: bool, data: array{pay_url: string}} $envelope */
$envelope = json_decode($answer, true, 64, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
if (($envelope['code'] ?? null) !== 0 || ($envelope['result'] ?? null) !== true) {
    throw new RuntimeException("The API refused the call: {$answer}");
}
echo $envelope['data']['pay_url'];
