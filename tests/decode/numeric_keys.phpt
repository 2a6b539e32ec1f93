--TEST--
An object whose keys are the numbers from 0 on, which PHP stores as a list, is decoded whole; so is one with a gap
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/data.inc';

$dense = $sparse = [];
for ($i = 0; $i < 1000; $i++) {
    $dense[$i] = "value {$i}";
    $sparse[$i * 3] = "value {$i}";
}
foreach ([$dense, $sparse, ['a' => $dense, 'b' => $sparse]] as $object) {
    var_dump(decoded(json_encode($object, JSON_FORCE_OBJECT)) === $object);
}
// The last of equal keys counts, as in json_decode().
$repeated = '{' . substr(str_repeat('"7":"old",', 100), 0, -1) . ',' . substr(json_encode($dense, JSON_FORCE_OBJECT), 1);
var_dump(decoded($repeated) === json_decode($repeated, true));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
