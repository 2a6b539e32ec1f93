--TEST--
-0 is never a float: it is the string of its digits, in a money field and elsewhere
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

show(decoded('{"amount":-0,"n":-0,"list":[-0]}'));
?>
--EXPECT--
[amount: '-0', n: '-0', list: ['-0']]
