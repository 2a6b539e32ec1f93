--TEST--
max_execution_time ends a web request while a call waits, and while its logger runs; the next request in the same php-fpm worker works
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/fpm.php';

$server = fault_server('--tls');
$fpm = Fpm::start(workers: 1, ini: ['display_errors' => 0, 'max_execution_time' => 1]);
$options = var_export($server->options(['timeout' => 60]), true);
$fpm->write('act.php', "<?php const OPTIONS = {$options};\n" . <<<'PHP'
    final class Logger
    {
        public function log(mixed $level, string|Stringable $message, array $context = []): void
        {
            while (true);
        }
    }

    // Shutdown functions run after the time limit.
    register_shutdown_function(static function (): void {
        echo error_get_last()['message'], '; shutdown function: ', (new Aurpay\Client('key', OPTIONS))->orders()->detail('3')['target'];
    });
    $more = $_GET['act'] === 'logger' ? ['logger' => new Logger()] : [];
    (new Aurpay\Client('key', $more + OPTIONS))->orders()->refund('1');
    echo 'not reached';
    PHP);
$fpm->write('next.php', "<?php const OPTIONS = {$options};\n" . <<<'PHP'
    echo json_encode([
        getmypid(), (new Aurpay\Client('key', OPTIONS))->orders()->detail('2')['target'], count(scandir('/proc/self/fd')),
    ]);
    PHP);

[$worker, , $descriptors] = $fpm->get('next.php')->json();
foreach (['wait', 'logger'] as $act) {
    foreach (range(1, 2) as $round) {
        $server->reset();
        if ($act === 'wait') {
            $server->script('silent');
        }
        $request = $fpm->begin('act.php', ['act' => $act]);
        if ($act === 'wait') {
            // PHP counts processor time, and waiting takes none. So the test itself sends the timer's signal.
            $server->waitForExecuted(1);
            exec("kill -PROF {$worker}");
        }
        $response = $request->response();
        [$process, $read, $open] = $fpm->get('next.php')->json();
        $connections = $server->connections() - ($act === 'logger' ? connections_of_their_own(1) : 0);
        echo "{$act}: status {$response->status}, {$response->body}; next: ", $process === $worker ? 'the same worker' : 'another worker',
            ", {$read}, ", max(0, $open - $descriptors), " leaked descriptors, {$server->counts()['requests']} requests on {$connections} new connections\n";
    }
}
$fpm->stop();
$server->stop();
?>
--EXPECT--
wait: status 500, Maximum execution time of 1 second exceeded; shutdown function: /api/v2/order/detail/3; next: the same worker, /api/v2/order/detail/2, 0 leaked descriptors, 3 requests on 1 new connections
wait: status 500, Maximum execution time of 1 second exceeded; shutdown function: /api/v2/order/detail/3; next: the same worker, /api/v2/order/detail/2, 0 leaked descriptors, 3 requests on 1 new connections
logger: status 500, Maximum execution time of 1 second exceeded; shutdown function: /api/v2/order/detail/3; next: the same worker, /api/v2/order/detail/2, 0 leaked descriptors, 3 requests on 0 new connections
logger: status 500, Maximum execution time of 1 second exceeded; shutdown function: /api/v2/order/detail/3; next: the same worker, /api/v2/order/detail/2, 0 leaked descriptors, 3 requests on 0 new connections
