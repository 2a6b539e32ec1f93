--TEST--
After a read whose stream was refused, libcurl does not send the next refund twice
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\OutcomeUnknownException;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--http2');
$orders = (new Client('key', $server->options()))->orders();
foreach (['close', 'reset'] as $behaviour) {
    $orders->detail('1');
    // On a reused connection libcurl resends the read, and remembers the refusal.
    $server->script(['do' => 'reset_stream', 'error' => 'REFUSED_STREAM', 'execute' => false]);
    $orders->detail('2');
    $before = $server->executed();
    $server->script($behaviour);
    $thrown = throws(static fn () => $orders->refund('3'));
    echo get_debug_type($thrown) === OutcomeUnknownException::class ? 'unknown' : 'NOT unknown', ', executed ',
        $server->executed() - $before, "\n";
}
$server->stop();
?>
--EXPECTF--
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/3 may have been executed: %s
unknown, executed 1
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/3 may have been executed: %s
unknown, executed 1
