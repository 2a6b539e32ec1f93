--TEST--
tests/support: an answer that stops in the middle is an error
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../harness.php';

$server = fault_server();
$server->script(['do' => 'drip', 'interval' => 30, 'body' => '{"a":1}']);
throws(static fn () => Http::request('GET', "{$server->baseUri}/x", timeout: 1.0));
echo Http::request('GET', "{$server->baseUri}/x")->status, "\n";
// During a pause the server does not notice that its stdin has ended.
$server->stop();
?>
--EXPECT--
RuntimeException: GET http://127.0.0.1:PORT/x: the answer stopped after 0 bytes
200
