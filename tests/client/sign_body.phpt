--TEST--
sign() digests the body of any method but GET, the empty string when there is none, and never alters its bytes
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$client = new Client(Credentials::signature('token', 'secret'));
foreach (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as $method) {
    foreach ([null, '', '{}', "a\0b", str_repeat("\xff", 100000)] as $body) {
        $signed = $client->sign($method, '/x', $body, '2024-06-17T00:00:00.000Z');
        $digest = $method === 'GET' ? '' : md5((string) $body);
        $origin = "HMAC-SHA256 | 2024-06-17T00:00:00.000Z | {$method} /x" . ($digest === '' ? '' : " | {$digest}");
        echo $signed['origin'] === $origin && $signed['body_md5'] === $digest
            && $signed['signature'] === base64_encode(hash_hmac('sha256', $origin, 'secret', true)) ? '.' : 'F';
    }
}
?>
--EXPECT--
.........................
