--TEST--
EnayaPay: an answer with another inquiry's uuid is not accepted, whether the uuid was a string, an int or an enum
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;

require __DIR__ . '/../support/harness.php';

enum Inquiry: string
{
    case Mine = 'u-1';
}

$balance = static function (string $more, string|int|Inquiry $uuid): array {
    $client = new Client('key', ['handler' => static fn (): array => ['body' => '{"response_code":0,"balance":400' . $more . '}']]);

    return $client->balance('token', ['pan' => '0454', 'ipin' => 'x', 'uuid' => $uuid, 'expiration_date' => '0824']);
};
echo json_encode($balance(',"uuid":"u-1"', 'u-1')), "\n";
echo json_encode($balance(',"uuid":17', '17')), "\n";
echo json_encode($balance(',"uuid":"17"', 17)), "\n";
echo json_encode($balance('', 'u-1')), "\n";
throws(static fn () => $balance(',"uuid":"u-2"', 'u-1'));
echo json_encode($balance(',"uuid":"u-1"', Inquiry::Mine)), "\n";
throws(static fn () => $balance(',"uuid":"u-2"', Inquiry::Mine));
?>
--EXPECT--
{"response_code":0,"balance":"400","uuid":"u-1"}
{"response_code":0,"balance":"400","uuid":17}
{"response_code":0,"balance":"400","uuid":"17"}
{"response_code":0,"balance":"400"}
Aurpay\OutcomeUnknownException: POST /api/v2.1/balance/inquiry/ may have been executed: it got the answer for another record: its uuid is "u-2", not "u-1" (HTTP status 200); repeating the inquiry is harmless
{"response_code":0,"balance":"400","uuid":"u-1"}
Aurpay\OutcomeUnknownException: POST /api/v2.1/balance/inquiry/ may have been executed: it got the answer for another record: its uuid is "u-2", not "u-1" (HTTP status 200); repeating the inquiry is harmless
