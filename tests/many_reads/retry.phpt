--TEST--
Each of many reads is retried by itself: after a lost connection, a 503 and a 429; a lasting failure is the exception of that id alone
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server();
$busy = ['do' => 'answer', 'status' => 503, 'body' => 'busy'];
$limited = ['do' => 'answer', 'status' => 429, 'headers' => ['Retry-After' => '1'], 'body' => ''];
$client = new Client('key', $server->options(['retries' => 2, 'concurrency' => 8]));
$server->script('answer', 'close', $busy, $limited, 'reset', 'answer');
$details = $client->orders()->details(['a', 'b', 'c', 'd', 'e', 'f']);
foreach ($details as $id => $detail) {
    echo "{$id}: ", is_array($detail) ? basename($detail['target']) : $detail->getMessage(), "\n";
}
echo 'one attempt per id and one more per fault: ', var_export($server->counts()['requests'] >= 10, true), "\n";

$server->reset();
$server->default($busy);
$details = $client->orders()->details(['a', 'b']);
foreach ($details as $id => $detail) {
    echo "{$id}: ", $detail::class, ': ', $detail->getMessage(), "\n";
}
echo "{$server->counts()['requests']} requests\n";
$server->stop();
?>
--EXPECT--
a: a
b: b
c: c
d: d
e: e
f: f
one attempt per id and one more per fault: true
a: Aurpay\ResponseException: GET /api/v2/order/detail/a got an answer that is not the API's: not JSON, or truncated (HTTP status 503) after 2 retries
b: Aurpay\ResponseException: GET /api/v2/order/detail/b got an answer that is not the API's: not JSON, or truncated (HTTP status 503) after 2 retries
6 requests
