--TEST--
sign() refuses a date that is not ISO-8601, and its message says so
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$client = new Client(Credentials::signature('token', 'secret'));
throws(static fn () => $client->sign('GET', '/x', null, 'yesterday'));
throws(static fn () => $client->sign('GET', '/x', null, '17 Jun 2024'));
?>
--EXPECT--
ValueError: Aurpay\Client::sign(): Argument #4 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00.000Z
ValueError: Aurpay\Client::sign(): Argument #4 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00.000Z
