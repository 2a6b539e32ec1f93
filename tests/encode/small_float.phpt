--TEST--
A float with at most 8 places is accepted although PHP prints it with an exponent
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

foreach ([0.00001, 0.00000001, 0.00012345] as $price) {
    throws(static fn () => print(pay_url_body(['price' => $price]) . "\n"));
}
?>
--EXPECT--
{"price":0.00001,"currency":"USD"}
nothing was thrown
{"price":0.00000001,"currency":"USD"}
nothing was thrown
{"price":0.00012345,"currency":"USD"}
nothing was thrown
