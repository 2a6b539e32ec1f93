--TEST--
A signal handler runs while the call waits; the call goes on unless the handler throws
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

echo "a handler that makes a call of its own\n";
pcntl_signal(SIGALRM, static function () use ($client): void {
    $data = $client->orders()->detail('inner');
    echo "  in the handler: {$data['target']}\n";
});
foreach (['detail', 'refund'] as $method) {
    $server->script(['do' => 'answer', 'delay' => 2]);
    pcntl_alarm(1);
    $data = $client->orders()->$method('outer');
    echo "  after it: {$data['target']}\n";
}
echo '  the server saw: ', implode(', ', array_map(basename(...), array_column($server->log(), 'target'))), "\n";

echo "a handler that throws\n";
pcntl_signal(SIGALRM, static fn () => throw new \DomainException('stop'));
foreach (['detail', 'refund'] as $method) {
    $server->script('silent');
    pcntl_alarm(1);
    $thrown = throws(static fn () => $client->orders()->$method('1'));
    while ($thrown = $thrown->getPrevious()) {
        say('  before it: ' . $thrown::class . ': ' . $thrown->getMessage());
    }
}
echo $client->orders()->detail('2')['target'], "\n";
$server->stop();
?>
--EXPECT--
a handler that makes a call of its own
  in the handler: /api/v2/order/detail/inner
  after it: /api/v2/order/detail/outer
  in the handler: /api/v2/order/detail/inner
  after it: /api/v2/order/refund/outer
  the server saw: outer, inner, outer, inner
a handler that throws
DomainException: stop
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it failed: it was interrupted by a signal; Order::detail() tells whether the order was refunded
  before it: Aurpay\TransportException: POST /api/v2/order/refund/1 failed: it was interrupted by a signal
  before it: DomainException: stop
/api/v2/order/detail/2
