--TEST--
Strings are decoded unchanged: escapes, surrogate pairs, strings that look like numbers, an empty key, NUL
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

var_dump(decoded('["\u00e9\ud83d\ude00\n\"\\\\\/","1.5",":-1.5,","[0.1]","\u0000"]') === ["\u{e9}\u{1f600}\n\"\\/", '1.5', ':-1.5,', '[0.1]', "\0"]);
var_dump(decoded('{"":1,"\u0000a":2,"0":3}') === ['' => 1, "\0a" => 2, 0 => 3]);
var_dump(decoded('"' . "\u{fffd}\u{1f600}" . '"') === "\u{fffd}\u{1f600}");
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
