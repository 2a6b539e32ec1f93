--TEST--
Each php-fpm worker has its own connection, and a graceful reload closes them
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/harness.php';
require __DIR__ . '/../support/fpm.php';

$server = fault_server('--tls');
$fpm = Fpm::start(workers: 2);
$options = var_export($server->options(), true);
$fpm->write('page.php', <<<PHP
    <?php
    \$client = new Aurpay\Client('key', {$options});
    \$client->orders()->detail((string) getmypid());
    // Waits for the other worker, so that both have a request.
    touch(__DIR__ . "/{\$_GET['me']}");
    for (\$i = 0; \$i < 2000 && !file_exists(__DIR__ . "/{\$_GET['you']}"); \$i++) {
        usleep(5000);
        clearstatcache();
    }
    echo \$i < 2000 ? 'ok' : 'alone';
    PHP);
foreach (range(1, 5) as $round) {
    $one = $fpm->begin('page.php', ['me' => "a{$round}", 'you' => "b{$round}"]);
    $two = $fpm->begin('page.php', ['me' => "b{$round}", 'you' => "a{$round}"]);
    echo $one->response()->body, ' ', $two->response()->body, "\n";
}
echo "{$server->executed()} requests on {$server->connections()} connections\n";
$byProcess = [];
foreach ($server->log() as $entry) {
    $byProcess[$entry['target']][$entry['connection']] = true;
}
echo 'connections per worker: ', implode(', ', array_map('count', $byProcess)), "\n";

$fpm->reload();
$fpm->write('again.php', "<?php (new Aurpay\\Client('key', {$options}))->orders()->detail('9'); echo 'ok';");
echo $fpm->get('again.php')->body, "\n";
echo $server->connections(), " connections\n";
$fpm->stop();
$server->stop();
?>
--EXPECT--
ok ok
ok ok
ok ok
ok ok
ok ok
10 requests on 2 connections
connections per worker: 1, 1
ok
3 connections
