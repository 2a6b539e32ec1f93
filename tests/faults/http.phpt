--TEST--
Random faults over plain HTTP: every method that is not a read, and some reads; none is executed twice, and each call reports what the table says
--FILE--
<?php

namespace AurpayTest\Faults;

require __DIR__ . '/faults.inc';

play(Transport::Http, 200);
?>
--EXPECT--
200 calls, 0 executed twice
