--TEST--
A signed request carries token, algorithm, UTC date, body digest, and the signature of exactly the bytes that are sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

const SECRET = 's3cr3t-key-0001';

function check(array $request, string $algorithm, string $hash): void
{
    ['method' => $method, 'target' => $target, 'headers' => $headers, 'body' => $body] = $request;
    $digest = $method === 'GET' ? '' : md5($body);
    $origin = "{$algorithm} | {$headers['Date']} | {$method} {$target}" . ($digest === '' ? '' : " | {$digest}");
    echo implode(' ', array_keys($headers)), "\n";
    var_dump($headers['API-Token'], $headers['Algorithm']);
    var_dump(preg_match('/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/', $headers['Date']));
    var_dump(abs(strtotime($headers['Date']) - time()) < 60);
    var_dump($headers['Body-MD5'] === $digest);
    var_dump($headers['Signature'] === base64_encode(hash_hmac($hash, $origin, SECRET, true)));
}

date_default_timezone_set('Asia/Kathmandu');
foreach (['HMAC-SHA256' => 'sha256', 'HMAC-SHA3_256' => 'sha3-256'] as $algorithm => $hash) {
    $recorder = new Recorder();
    $orders = $recorder->client(Credentials::signature('L35ZD3K4', SECRET, $algorithm))->orders();
    $orders->list(['page' => 2, 'st' => '2024-10-10T00:00:00']);
    $orders->createPayUrl(['price' => '19.99', 'currency' => 'EUR', 'id' => "\u{dc}berweisung \u{2615}"]);
    $orders->refund('20240614061316661529');
    foreach ($recorder->requests as $request) {
        check($request, $algorithm, $hash);
    }
}
?>
--EXPECT--
Accept API-Token Algorithm Date Body-MD5 Signature
string(8) "L35ZD3K4"
string(11) "HMAC-SHA256"
int(1)
bool(true)
bool(true)
bool(true)
Accept Content-Type API-Token Algorithm Date Body-MD5 Signature
string(8) "L35ZD3K4"
string(11) "HMAC-SHA256"
int(1)
bool(true)
bool(true)
bool(true)
Accept API-Token Algorithm Date Body-MD5 Signature
string(8) "L35ZD3K4"
string(11) "HMAC-SHA256"
int(1)
bool(true)
bool(true)
bool(true)
Accept API-Token Algorithm Date Body-MD5 Signature
string(8) "L35ZD3K4"
string(13) "HMAC-SHA3_256"
int(1)
bool(true)
bool(true)
bool(true)
Accept Content-Type API-Token Algorithm Date Body-MD5 Signature
string(8) "L35ZD3K4"
string(13) "HMAC-SHA3_256"
int(1)
bool(true)
bool(true)
bool(true)
Accept API-Token Algorithm Date Body-MD5 Signature
string(8) "L35ZD3K4"
string(13) "HMAC-SHA3_256"
int(1)
bool(true)
bool(true)
bool(true)
