--TEST--
precision, serialize_precision and the locale do not change what is decoded
--INI--
precision=3
serialize_precision=3
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

setlocale(LC_ALL, 'de_DE.UTF-8', 'de_DE', 'fr_FR.UTF-8', 'C.UTF-8');
show(decoded('{"amount":19.00120000,"n":1234567.891,"max":9223372036854775807}'));
?>
--EXPECT--
[amount: '19.00120000', n: '1234567.891', max: 9223372036854775807]
