--TEST--
One deadline for all details: answers in time are returned, late ones are a TransportException, and reads that never began were never sent
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
echo 'not much later than the deadline: ', var_export(hrtime(true) - $started < 20e9, true), "\n";
$outcomes = array_map(
    static fn (mixed $detail) => is_array($detail)
        ? 'order'
        : $detail::class . (str_contains($detail->getMessage(), 'nothing was sent') ? ', nothing was sent' : ''),
    $details,
);
// Two reads are in flight together, so their answers may arrive in either order.
$counts = array_count_values($outcomes);
ksort($counts);
foreach ($counts as $outcome => $times) {
    echo "{$times} x {$outcome}\n";
}
echo 'the last two: ', $outcomes['e'], '; ', $outcomes['f'], "\n";
$asked = array_map(static fn (array $request) => basename($request['target']), $server->log());
sort($asked);
echo 'asked for: ', implode(' ', $asked), "\n";
$server->stop();
?>
--EXPECT--
not much later than the deadline: true
2 x Aurpay\TransportException
2 x Aurpay\TransportException, nothing was sent
2 x order
the last two: Aurpay\TransportException, nothing was sent; Aurpay\TransportException, nothing was sent
asked for: a b c d
