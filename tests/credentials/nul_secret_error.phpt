--TEST--
A secret of NUL bytes alone is refused: HMAC pads keys with NUL, so it equals the empty secret
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

// The two HMACs are equal, which makes the secret dangerous.
var_dump(hash_hmac('sha256', 'origin', "\0\0") === hash_hmac('sha256', 'origin', ''));

throws(static fn () => Credentials::signature('token', "\0"));
throws(static fn () => Credentials::signature('token', " \0\0"));
throws(static fn () => new Callback('token', "\0\0"));
?>
--EXPECT--
bool(true)
ValueError: Aurpay\Credentials::signature(): Argument #2 ($secret) must not be empty or blank
ValueError: Aurpay\Credentials::signature(): Argument #2 ($secret) must not be empty or blank
ValueError: Aurpay\Callback::__construct(): Argument #2 ($secret) must not be empty or blank
