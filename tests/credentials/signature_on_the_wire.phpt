--TEST--
The server receives exactly what was signed: request line, body bytes, an empty Body-MD5 with a GET, a new date for each attempt
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$server->script('answer', 'answer', 'answer', ['do' => 'answer', 'status' => 503, 'delay' => 0.02, 'body' => ''], 'answer');
$client = new Client(Credentials::signature('L35ZD3K4', 's3cr3t'), $server->options(['retries' => 1]));
$client->orders()->list(['status' => 'a b/?&=%', 'st' => '2024-10-10T00:00:00']);
$client->orders()->createPayUrl(['price' => 10, 'currency' => "\u{20ac}"]);
$client->request('DELETE', '/api/x?y=1');
$client->orders()->fiatCurrencies();
$dates = [];
foreach ($server->log() as $request) {
    $headers = $request['headers'];
    $body = $request['body'] ?? '';
    $digest = $request['method'] === 'GET' ? '' : md5($body);
    $origin = "HMAC-SHA256 | {$headers['date']} | {$request['method']} {$request['target']}"
        . ($digest === '' ? '' : " | {$digest}");
    $dates[] = $headers['date'];
    echo $request['method'], ' ', $request['target'], "\n";
    var_dump($headers['body-md5'] === $digest);
    var_dump($headers['signature'] === base64_encode(hash_hmac('sha256', $origin, 's3cr3t', true)));
}
var_dump($dates[3] < $dates[4]);
$server->stop();
?>
--EXPECT--
GET /api/v2/order/?status=a%20b%2F%3F%26%3D%25&st=2024-10-10T00:00:00
bool(true)
bool(true)
POST /api/order/pay-url
bool(true)
bool(true)
DELETE /api/x?y=1
bool(true)
bool(true)
GET /api/order/pay/real-currency
bool(true)
bool(true)
GET /api/order/pay/real-currency
bool(true)
bool(true)
bool(true)
