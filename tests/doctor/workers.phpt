--TEST--
aurpay-doctor takes nothing for a fault that it cannot see: workers of which none comes twice, or that hide which they are. A web server that cannot read its CAs is one
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

$folder = sys_get_temp_dir() . '/aurpay-workers-' . getmypid();
mkdir($folder);
file_put_contents("{$folder}/page.php", <<<'PHP'
    <?php
    $process = ['each' => random_int(1, PHP_INT_MAX), 'hidden' => 0, 'one' => 7][$_GET['worker']];
    $information = "Version => 0\nCA file => /etc/of/root.pem\nCA file last changed => " . ($_GET['ca'] ?? '2026-01-01T00:00:00.000Z') . "\n";
    echo json_encode(['php' => '8.4.1', 'sapi' => 'fpm-fcgi', 'loaded' => $_GET['worker'] !== 'none', 'process' => $process, 'information' => $information, 'status' => 401, 'reused' => false]);
    PHP);
$port = (int) substr(strrchr((string) stream_socket_get_name($socket = stream_socket_server('tcp://127.0.0.1:0'), false), ':'), 1);
fclose($socket);
$web = proc_open([PHP_BINARY, '-n', '-S', "127.0.0.1:{$port}", '-t', $folder], [1 => ['file', '/dev/null', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
for ($i = 0; $i < 3000 && @fsockopen('127.0.0.1', $port) === false; $i++) {
    usleep(10000);
}
foreach (['each', 'hidden', 'one'] as $worker) {
    $found = examine(['--json', '--url', "http://127.0.0.1:{$port}/page.php?worker={$worker}", 'reuse']);
    echo "{$worker}: exit {$found->status}, {$found->summary()}\n";
}
$found = examine(['--json', '--url', "http://127.0.0.1:{$port}/page.php?worker=one&ca=unknown:+it+cannot+be+read", 'web'], [], [], false);
echo "CAs of root: exit {$found->status}, {$found->summary()}\n";
proc_terminate($web);
proc_close($web);
unlink("{$folder}/page.php");
rmdir($folder);
?>
--EXPECT--
each: exit 3, reuse: skipped
hidden: exit 3, reuse: skipped
one: exit 1, reuse: web-not-reused
CAs of root: exit 2, web: ca-file-unreadable
