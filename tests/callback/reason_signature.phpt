--TEST--
CallbackReason::Signature: the signature of another URL, date or secret, or one that was altered, cut, lengthened, sent as hex or in another case
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

$date = iso();
$right = signature($date);
foreach ([
    signature($date, 'https://shop.example/wc-api/aurpay?order=33'), signature($date, substr(URL, 0, -1)), signature($date, URL . '/'), signature($date, 'http' . substr(URL, 5)), signature($date, strtoupper(URL)),
    signature(iso(-1)), signature($date, secret: SECRET . 'x'), signature($date, secret: ''), signature($date, secret: TOKEN), 'x', substr($right, 0, -1), $right . '=', $right . ' ', $right . "\0", strtolower($right),
    base64_encode(hash_hmac('sha256', "{$date}|" . URL, SECRET, true)), hash_hmac('sha256', "{$date} | " . URL, SECRET), hash_hmac('sha256', "{$date} | " . URL, SECRET, true),
    base64_encode(hash_hmac('sha3-256', "{$date} | " . URL, SECRET, true)), base64_encode(hash('sha256', "{$date} | " . URL, true)),
] as $signature) {
    verify(['Date' => $date, 'Signature' => $signature] + headers());
}
?>
--EXPECT--
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
