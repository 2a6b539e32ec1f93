--TEST--
The HMAC secret may be any bytes (NUL, white space in the middle, UTF-8, longer than a block) and is used unchanged
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

const DATE = '2024-06-17T00:00:00.000Z';

$secrets = ["a\0b", "\0a", "a\0", "sec ret\r\n\u{a0}x", "\xff\xfe", 'секрет', str_repeat('k', 64), str_repeat('k', 65), str_repeat('x', 5000)];
foreach ($secrets as $secret) {
    foreach (['HMAC-SHA256' => 'sha256', 'HMAC-SHA3_256' => 'sha3-256'] as $algorithm => $hash) {
        $client = new Client(Credentials::signature('token', $secret, $algorithm));
        $expected = base64_encode(hash_hmac($hash, "{$algorithm} | " . DATE . ' | GET /x', $secret, true));
        echo $client->sign('GET', '/x', null, DATE)['signature'] === $expected ? 'same ' : 'DIFFERENT ';
    }
}
?>
--EXPECT--
same same same same same same same same same same same same same same same same same same
