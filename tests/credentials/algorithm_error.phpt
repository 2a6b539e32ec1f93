--TEST--
An algorithm that is not one of the two is a ValueError that names both
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

foreach (['', 'HMAC-MD5', 'hmac-sha256', 'HMAC-SHA256 ', 'HMAC-SHA3-256', 'none'] as $name) {
    expect_exception(static fn () => Credentials::signature('token', 'secret', $name), \ValueError::class);
}
?>
--EXPECT--
ValueError: Aurpay\Credentials::signature(): Argument #3 ($algorithm) must be "HMAC-SHA256" or "HMAC-SHA3_256"
ValueError: Aurpay\Credentials::signature(): Argument #3 ($algorithm) must be "HMAC-SHA256" or "HMAC-SHA3_256"
ValueError: Aurpay\Credentials::signature(): Argument #3 ($algorithm) must be "HMAC-SHA256" or "HMAC-SHA3_256"
ValueError: Aurpay\Credentials::signature(): Argument #3 ($algorithm) must be "HMAC-SHA256" or "HMAC-SHA3_256"
ValueError: Aurpay\Credentials::signature(): Argument #3 ($algorithm) must be "HMAC-SHA256" or "HMAC-SHA3_256"
ValueError: Aurpay\Credentials::signature(): Argument #3 ($algorithm) must be "HMAC-SHA256" or "HMAC-SHA3_256"
