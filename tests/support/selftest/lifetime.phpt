--TEST--
tests/support: when a test is killed, its servers end
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../harness.php';

$code = 'require $argv[1]; $s = AurpayTest\fault_server(); echo $s->port(), "\n"; sleep(60);';
$killed = proc_open([PHP_BINARY, '-n', '-r', $code, '--', __DIR__ . '/../harness.php'], [1 => ['pipe', 'w']], $pipes);
$port = (int) fgets($pipes[1]);
var_dump(is_resource(stream_socket_client("tcp://127.0.0.1:{$port}")));
proc_terminate($killed, 9);

$deadline = microtime(true) + 60;
while (@stream_socket_client("tcp://127.0.0.1:{$port}") !== false && microtime(true) < $deadline) {
    usleep(10_000);
}
var_dump(microtime(true) < $deadline);
?>
--EXPECT--
bool(true)
bool(true)
