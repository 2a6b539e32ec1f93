--TEST--
A float with a rounding error is refused and not sent, also when a large float has the error within its first 8 decimal places
--INI--
serialize_precision=17
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

$client = new Client('key', ['handler' => static function (string $method, string $target, array $headers, string $body): array {
    echo "sent {$body}\n";

    return ['body' => '{"code":0,"result":true,"data":{}}'];
}]);
$total = 0.0;
for ($i = 0; $i < 30000; $i++) {
    $total += 19999.99;
}
$prices = [
    '0.1 + 0.2' => 0.1 + 0.2,
    '92152612 * 0.58' => 92152612 * 0.58,
    '730311759.32 + 248.49' => 730311759.32 + 248.49,
    '30000 times 19999.99' => $total,
    '9007199254740993 / 8' => 9007199254740993 / 8,
    'a whole number' => 599999700.0,
    '8 places' => 1234567.12345678,
    'a large one with cents' => 1234567890123.45,
];
foreach ($prices as $name => $price) {
    echo "{$name}: ";
    try {
        $client->orders()->createPayUrl(['price' => $price, 'currency' => 'USD']);
    } catch (\ValueError) {
        echo "refused\n";
    }
}
?>
--EXPECT--
0.1 + 0.2: refused
92152612 * 0.58: refused
730311759.32 + 248.49: refused
30000 times 19999.99: refused
9007199254740993 / 8: refused
a whole number: sent {"price":599999700,"currency":"USD"}
8 places: sent {"price":1234567.12345678,"currency":"USD"}
a large one with cents: sent {"price":1234567890123.45,"currency":"USD"}
