--TEST--
tests/support: a forked process leaves the test's servers alone
--EXTENSIONS--
pcntl
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../harness.php';

$server = fault_server();
$pid = pcntl_fork();
if ($pid === 0) {
    exit(0);
}
pcntl_waitpid($pid, $status);
echo Http::request('GET', $server->baseUri . '/x')->status, "\n";
?>
--EXPECT--
200
