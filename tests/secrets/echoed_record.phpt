--TEST--
A card number that a server sends as the record's number is not in the message about another record
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay;

require __DIR__ . '/../support/recorder.php';

$client = new EnayaPay\Client('key', ['handler' => static fn (): array => ['body' => '{"uuid":4111111111111111,"balance":"1"}']]);
throws(static fn () => $client->balance('user-token', ['pan' => '4111111111111111', 'ipin' => '0000', 'uuid' => 'u', 'expiration_date' => '2512']));
?>
--EXPECT--
Aurpay\OutcomeUnknownException: POST /api/v2.1/balance/inquiry/ may have been executed: it got the answer for another record: its uuid is "***", not "u" (HTTP status 200); repeating the inquiry is harmless
