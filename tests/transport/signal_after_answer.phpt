--TEST--
A signal handler makes a call, during which the interrupted refund's answer arrives, and then throws: the caller still learns of the refund, with its answer
--SKIPIF--
<?php

if (!function_exists('pcntl_alarm')) {
    die('skip needs ext-pcntl');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$client = new Client('key', $server->options(['timeout' => 60]));
pcntl_async_signals(true);
pcntl_signal(SIGALRM, static function () use ($client): void {
    $client->orders()->detail('inner');
    throw new \DomainException('stop');
});
$refused = ['do' => 'answer', 'delay' => 2, 'body' => '{"code":5,"result":false,"message":"no"}'];
foreach ([['detail', ['do' => 'answer', 'delay' => 2]], ['refund', ['do' => 'answer', 'delay' => 2]], ['refund', $refused]] as [$method, $outer]) {
    // The outer answer arrives while the inner call, which began later, waits for its own.
    $server->script($outer, ['do' => 'answer', 'delay' => 4]);
    pcntl_alarm(1);
    $thrown = throws(static fn () => $client->orders()->$method('outer'));
    echo '  its answer: ', json_encode($thrown->response['data']['target'] ?? null), "\n";
    while ($thrown = $thrown->getPrevious()) {
        echo '  previous: ', $thrown::class, "\n";
    }
}
$server->stop();
?>
--EXPECT--
DomainException: stop
  its answer: null
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/outer may have been executed: it failed: it was interrupted by a signal; Order::detail() tells whether the order was refunded
  its answer: "\/api\/v2\/order\/refund\/outer"
  previous: Aurpay\TransportException
  previous: DomainException
Aurpay\ApiException: POST /api/v2/order/refund/outer was refused: no (code 5, HTTP status 200)
  its answer: null
  previous: DomainException
