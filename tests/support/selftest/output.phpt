--TEST--
tests/support: output is masked, and an exception of another class ends the test
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../harness.php';

say('http://127.0.0.1:40123/x https://localhost:1/ http://[::1]:65535/ at 10:30');
say('Failed to connect to 127.0.0.1 port 40123 after 12 ms: refused');
say('Operation timed out after 501 milliseconds; waited 0.5 seconds');

$thrown = expect_exception(static fn () => throw new \ValueError('no 127.0.0.1:9', 3), \Error::class);
var_dump($thrown->getCode());
var_dump(throws(static fn () => 1));
try {
    expect_exception(static fn () => throw new \TypeError('other'), \ValueError::class);
} catch (\LogicException $failure) {
    echo $failure->getMessage(), ', got ', $failure->getPrevious()::class, "\n";
}
throws(static fn () => Http::request('GET', 'http://example.com/'));
throws(static fn () => Http::request('GET', 'http://127.0.0.1.example.com/'));
?>
--EXPECT--
http://127.0.0.1:PORT/x https://localhost:PORT/ http://[::1]:PORT/ at 10:30
Failed to connect to 127.0.0.1 port PORT after N ms: refused
Operation timed out after N milliseconds; waited N seconds
ValueError: no 127.0.0.1:PORT
int(3)
nothing was thrown
NULL
TypeError: other
expected ValueError, got TypeError
InvalidArgumentException: example.com is not a loopback address
InvalidArgumentException: 127.0.0.1.example.com is not a loopback address
