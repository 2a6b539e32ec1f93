--TEST--
The name of an algorithm followed by a NUL byte is not that algorithm
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

throws(static fn () => Credentials::signature('token', 'secret', "HMAC-SHA256\0"));
throws(static fn () => Credentials::signature('token', 'secret', "HMAC-SHA3_256\0x"));
?>
--EXPECT--
ValueError: Aurpay\Credentials::signature(): Argument #3 ($algorithm) must be "HMAC-SHA256" or "HMAC-SHA3_256"
ValueError: Aurpay\Credentials::signature(): Argument #3 ($algorithm) must be "HMAC-SHA256" or "HMAC-SHA3_256"
