--TEST--
EnayaPay: the balance of another inquiry's uuid is no answer
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;

require __DIR__ . '/../support/harness.php';

$balance = static function (string $more, string|int $uuid): array {
    $client = new Client('key', ['handler' => static fn (): array => ['body' => '{"response_code":0,"balance":400' . $more . '}']]);

    return $client->balance('token', ['pan' => '0454', 'ipin' => 'x', 'uuid' => $uuid, 'expiration_date' => '0824']);
};
echo json_encode($balance(',"uuid":"u-1"', 'u-1')), "\n";
echo json_encode($balance(',"uuid":17', '17')), "\n";
echo json_encode($balance(',"uuid":"17"', 17)), "\n";
echo json_encode($balance('', 'u-1')), "\n";
throws(static fn () => $balance(',"uuid":"u-2"', 'u-1'));
?>
--EXPECT--
{"response_code":0,"balance":"400","uuid":"u-1"}
{"response_code":0,"balance":"400","uuid":17}
{"response_code":0,"balance":"400","uuid":"17"}
{"response_code":0,"balance":"400"}
Aurpay\OutcomeUnknownException: POST /api/v2.1/balance/inquiry/ may have been executed: it got the answer for another record: its uuid is "u-2", not "u-1" (HTTP status 200); repeating the inquiry is harmless
