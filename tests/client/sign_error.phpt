--TEST--
sign() is a LogicException without a secret to sign with, and a ValueError for a date that a header cannot carry or a bad method
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

throws(static fn () => (new Client('key'))->sign('GET', '/x'));
throws(static fn () => (new Client(Credentials::accessToken('token')))->sign('GET', '/x'));
$client = new Client(Credentials::signature('token', 'secret'));
foreach (['', ' ', "2024-06-17T00:00:00.000Z\r\nX-Evil: 1", "2024\0"] as $date) {
    throws(static fn () => $client->sign('GET', '/x', null, $date));
}
throws(static fn () => $client->sign('HEAD', '/x'));
?>
--EXPECT--
LogicException: Only a client with credentials made by Credentials::signature() signs
LogicException: Only a client with credentials made by Credentials::signature() signs
ValueError: Aurpay\Client::sign(): Argument #4 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00.000Z
ValueError: Aurpay\Client::sign(): Argument #4 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00.000Z
ValueError: Aurpay\Client::sign(): Argument #4 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00.000Z
ValueError: Aurpay\Client::sign(): Argument #4 ($date) must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00.000Z
ValueError: Aurpay\Client::sign(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
