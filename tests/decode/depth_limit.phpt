--TEST--
An answer may be nested 64 levels deep, the envelope included; the message for deeper ones says so
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

throws(static fn () => decoded(str_repeat('[', 62) . '1.50' . str_repeat(']', 62)));
throws(static fn () => decoded(str_repeat('[', 63) . '1.50' . str_repeat(']', 63)));
throws(static fn () => decoded(str_repeat('[', 64) . '1.50' . str_repeat(']', 64)));
?>
--EXPECT--
nothing was thrown
nothing was thrown
Aurpay\ResponseException: GET /x got an answer that is not the API's: JSON nested more than 64 levels deep (HTTP status 200)
