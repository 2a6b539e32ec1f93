--TEST--
confirm() compares currencies alike in every locale (in Turkish the upper case of i is another letter)
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

setlocale(LC_ALL, 'tr_TR.UTF-8', 'tr_TR', 'tr_TR.ISO8859-9', 'C.UTF-8');
confirm(order(currency: '"INR"'), currency: 'inr');
confirm(order(currency: '"idr"'), currency: 'IDR');
?>
--EXPECT--
paid
paid
