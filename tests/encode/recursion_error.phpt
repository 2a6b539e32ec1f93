--TEST--
An array that contains itself by reference is a ValueError, without endless recursion
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

$list = [1];
$list[] = &$list;
throws(static fn () => body_of(['a' => $list]));
$map = ['x' => 1];
$map['self'] = &$map;
throws(static fn () => body_of($map));
?>
--EXPECT--
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be nested at most 64 levels deep
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "self" must be nested at most 64 levels deep
