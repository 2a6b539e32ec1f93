--TEST--
request() passes parameters on unchanged: scalars, nested lists and objects, empty arrays, sparse keys
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

echo body_of(['note' => 'hi', 'n' => -5, 'f' => 1.5, 't' => true, 'u' => false]), "\n";
echo body_of([
    'list' => [1, 'two', null, [3, [4]]], 'map' => ['a' => ['b' => ['c' => 1]]], 'empty' => [], 'sparse' => [1 => 'a', 0 => 'b'], 'mixed' => [0 => 'a', 'k' => 'b'],
    'negative' => [-1 => 'x'], 'amount' => '10.00', 'digits' => '0123', '' => 'no name', "k\u{e9}y" => 1, 'a"b\\' => 1,
]), "\n";
?>
--EXPECT--
{"note":"hi","n":-5,"f":1.5,"t":true,"u":false}
{"list":[1,"two",null,[3,[4]]],"map":{"a":{"b":{"c":1}}},"empty":[],"sparse":{"1":"a","0":"b"},"mixed":{"0":"a","k":"b"},"negative":{"-1":"x"},"amount":"10.00","digits":"0123","":"no name","kéy":1,"a\"b\\":1}
