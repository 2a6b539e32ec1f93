--TEST--
Encoding leaves json_last_error() alone, whether it succeeds or fails
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

json_decode('{');
body_of(['a' => ['b' => "\u{e9}", 'c' => [1.5]]]);
echo json_last_error(), ' ';
throws(static fn () => body_of(['a' => "\xff"]));
echo json_last_error(), ' ';
json_decode('1');
throws(static fn () => body_of(['a' => "\xff"]));
throws(static fn () => body_of(['a' => new \stdClass()]));
echo json_last_error(), "\n";
?>
--EXPECT--
4 ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
4 ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be valid UTF-8
TypeError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be a scalar or an array, stdClass given
0
