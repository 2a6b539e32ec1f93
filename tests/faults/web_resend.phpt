--TEST--
Calls from web requests: libcurl's resend on a kept connection is counted as a call executed twice and reported as a success
--SKIPIF--
<?php

require __DIR__ . '/../engine/engine.inc';

if (\AurpayTest\php_with('curl') === null) {
    die('skip needs curl');
}
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../engine/engine.inc';

run_command(...[...php_with('curl'), __DIR__ . '/web_resend.inc']);
?>
--EXPECT--
kept connection: {"calls":2,"connections":2,"executedTwice":1,"executedTwiceToldSuccess":1,"executedOnceToldSuccess":1}
new connection: {"calls":2,"connections":2,"executedOnceToldSuccess":1,"executedToldFailed":1}
