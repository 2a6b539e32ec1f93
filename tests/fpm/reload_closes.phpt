--TEST--
A graceful reload of php-fpm closes the workers' connections properly: the server sees close_notify or FIN, never a reset
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/fpm.php';

// The call must leave its connection to the worker.
$method = libcurl_tells_of_sending() ? 'refund' : 'detail';
foreach (['https' => ['--tls'], 'http' => []] as $scheme => $arguments) {
    $server = fault_server(...$arguments);
    $fpm = Fpm::start(workers: 1);
    $options = var_export($server->options(), true);
    $fpm->write('page.php', "<?php (new Aurpay\\Client('key', {$options}))->orders()->{$method}('1'); echo 'ok';");
    // One worker is reloaded, the next one is stopped.
    echo "{$scheme}: ", $fpm->get('page.php')->body, ' ', $fpm->get('page.php')->body, "\n";
    $fpm->reload();
    echo 'reload: ', implode(', ', $server->waitForEnds(1)), "\n";
    echo $fpm->get('page.php')->body, "\n";
    $fpm->stop();
    echo 'stop: ', implode(', ', $server->waitForEnds(2)), "\n";
    echo "{$server->executed()} requests on {$server->connections()} connections\n";
    $server->stop();
}

echo "a call in flight is finished by the old worker\n";
$server = fault_server('--tls');
$fpm = Fpm::start(workers: 1);
$options = var_export($server->options(), true);
$fpm->write('page.php', "<?php echo (new Aurpay\\Client('key', {$options}))->orders()->refund('1')['target'];");
$server->script(['do' => 'answer', 'delay' => 1]);
$request = $fpm->begin('page.php');
$server->waitForExecuted(1);
$fpm->beginReload();
echo $request->response()->body, "\n";
$fpm->finishReload();
echo implode(', ', $server->waitForEnds(1)), "\n";
// A worker that is stopped while it starts would complain.
$fpm->get('page.php');
$fpm->stop();
$server->stop();
?>
--EXPECT--
https: ok ok
reload: close_notify
ok
stop: close_notify, close_notify
3 requests on 2 connections
http: ok ok
reload: FIN
ok
stop: FIN, FIN
3 requests on 2 connections
a call in flight is finished by the old worker
/api/v2/order/refund/1
close_notify
