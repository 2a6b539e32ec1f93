--TEST--
One deadline for all details: what came in time is there, what did not is a TransportException, what was never begun was never sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportException;

require __DIR__ . '/../support/harness.php';

$server = fault_server();
$server->script('answer', 'silent', 'answer', 'silent');
$client = new Client('key', $server->options(['timeout' => 1, 'retries' => 0, 'concurrency' => 2]));
$started = hrtime(true);
$details = $client->orders()->details(['a', 'b', 'c', 'd', 'e', 'f']);
echo 'within twice the deadline: ', var_export(hrtime(true) - $started < 2e9, true), "\n";
foreach ($details as $id => $detail) {
    echo "{$id}: ", is_array($detail) ? 'order' : $detail::class . (str_contains($detail->getMessage(), 'nothing was sent') ? ', nothing was sent' : ''), "\n";
}
$asked = array_map(static fn (array $request) => basename($request['target']), $server->log());
sort($asked);
echo 'asked for: ', implode(' ', $asked), "\n";
$server->stop();
?>
--EXPECT--
within twice the deadline: true
a: order
b: Aurpay\TransportException
c: order
d: Aurpay\TransportException
e: Aurpay\TransportException, nothing was sent
f: Aurpay\TransportException, nothing was sent
asked for: a b c d
