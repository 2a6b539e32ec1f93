--TEST--
sign() never shows the secret
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/leak.inc';

foreach (['HMAC-SHA256', 'HMAC-SHA3_256'] as $algorithm) {
    $signed = (new Client(Credentials::signature('token', SECRETS['api secret'], $algorithm)))->sign('POST', '/x', '{}');
    leaks($algorithm, print_r($signed, true));
    echo str_contains(print_r($signed, true), base64_encode(SECRETS['api secret'])) ? 'in base64' : '', implode(' ', array_keys($signed)), "\n";
}
?>
--EXPECT--
HMAC-SHA256: fine
origin body_md5 signature headers
HMAC-SHA3_256: fine
origin body_md5 signature headers
