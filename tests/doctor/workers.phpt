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
    $information = "Version => 0\nCA file => /etc/of/root.pem\nCA file can be read => " . ($_GET['readable'] ?? 'yes') . "\n";
    echo json_encode(['php' => '8.4.1', 'sapi' => 'fpm-fcgi', 'loaded' => $_GET['worker'] !== 'none', 'process' => $process, 'information' => $information, 'status' => 401, 'reused' => false]);
    PHP);
$web = new WebServer($folder, false);
foreach (['each', 'hidden', 'one'] as $worker) {
    $found = examine(['--json', '--url', "{$web->url}/page.php?worker={$worker}", 'reuse']);
    echo "{$worker}: exit {$found->status}, {$found->summary()}\n";
}
$found = examine(['--json', '--url', "{$web->url}/page.php?worker=one&readable=no", 'web'], [], [], false);
echo "CAs of root: exit {$found->status}, {$found->summary()}\n";
$web->stop();
unlink("{$folder}/page.php");
rmdir($folder);
?>
--EXPECT--
each: exit 3, reuse: skipped
hidden: exit 3, reuse: skipped
one: exit 1, reuse: web-not-reused
CAs of root: exit 2, web: ca-file-unreadable
