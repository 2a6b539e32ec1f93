--TEST--
precision, serialize_precision and the locale do not change what is sent
--INI--
precision=3
serialize_precision=3
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

foreach ([3, 17, -1] as $precision) {
    ini_set('precision', (string) $precision);
    ini_set('serialize_precision', (string) $precision);
    setlocale(LC_ALL, 'de_DE.UTF-8', 'de_DE', 'fr_FR.UTF-8', 'tr_TR.UTF-8', 'C.UTF-8');
    echo pay_url_body(['price' => 1234.5678]), ' ', body_of(['f' => [0.1, 1234567.125]]), ' ', body_of(['f' => 1234.5678], 'GET'), "\n";
    throws(static fn () => pay_url_body(['price' => 0.1 + 0.2]));
}
?>
--EXPECT--
{"price":1234.5678,"currency":"USD"} {"f":[0.1,1234567.125]} f=1234.5678
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
{"price":1234.5678,"currency":"USD"} {"f":[0.1,1234567.125]} f=1234.5678
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
{"price":1234.5678,"currency":"USD"} {"f":[0.1,1234567.125]} f=1234.5678
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
