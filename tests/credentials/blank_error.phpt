--TEST--
An empty or blank key, token or secret is a ValueError: an empty HMAC secret is forgeable
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

foreach (['', ' ', "\t \r\n\v\f"] as $blank) {
    expect_exception(static fn () => Credentials::apiKey($blank), \ValueError::class);
    expect_exception(static fn () => Credentials::signature($blank, 'secret'), \ValueError::class);
    expect_exception(static fn () => Credentials::signature('token', $blank), \ValueError::class);
    expect_exception(static fn () => Credentials::accessToken($blank), \ValueError::class);
    expect_exception(static fn () => new Client($blank), \ValueError::class);
}
?>
--EXPECT--
ValueError: Aurpay\Credentials::apiKey(): Argument #1 ($key) must not be empty or blank
ValueError: Aurpay\Credentials::signature(): Argument #1 ($token) must not be empty or blank
ValueError: Aurpay\Credentials::signature(): Argument #2 ($secret) must not be empty or blank
ValueError: Aurpay\Credentials::accessToken(): Argument #1 ($token) must not be empty or blank
ValueError: Aurpay\Client::__construct(): Argument #1 ($credentials) must not be empty or blank
ValueError: Aurpay\Credentials::apiKey(): Argument #1 ($key) must not be empty or blank
ValueError: Aurpay\Credentials::signature(): Argument #1 ($token) must not be empty or blank
ValueError: Aurpay\Credentials::signature(): Argument #2 ($secret) must not be empty or blank
ValueError: Aurpay\Credentials::accessToken(): Argument #1 ($token) must not be empty or blank
ValueError: Aurpay\Client::__construct(): Argument #1 ($credentials) must not be empty or blank
ValueError: Aurpay\Credentials::apiKey(): Argument #1 ($key) must not be empty or blank
ValueError: Aurpay\Credentials::signature(): Argument #1 ($token) must not be empty or blank
ValueError: Aurpay\Credentials::signature(): Argument #2 ($secret) must not be empty or blank
ValueError: Aurpay\Credentials::accessToken(): Argument #1 ($token) must not be empty or blank
ValueError: Aurpay\Client::__construct(): Argument #1 ($credentials) must not be empty or blank
