--TEST--
A read is retried after transient faults, as often as the option says; no other call is ever retried
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$client = new Client('key', $server->options());
$busy = ['do' => 'answer', 'status' => 503, 'body' => '<h1>busy</h1>'];

foreach (['close_before', 'reset', 'half_body', $busy, ['status' => 502] + $busy, ['status' => 504] + $busy] as $fault) {
    $server->reset();
    $server->drop();
    $server->script($fault, $fault);
    $data = $client->orders()->detail('1');
    echo is_array($fault) ? $fault['status'] : $fault, ': ', $data['target'], ', retries: ',
        $client->lastResponse()['retries'], "\n";
}

echo "a server that is busy three times exhausts the retries\n";
$server->reset();
$server->script($busy, $busy, $busy);
throws(static fn () => $client->orders()->detail('1'));
echo 'requests: ', $server->counts()['requests'], "\n";

echo "without retries\n";
$server->reset();
$server->script($busy, $busy);
$once = new Client('key', $server->options(['retries' => 0]));
throws(static fn () => $once->orders()->detail('1'));
echo 'requests: ', $server->counts()['requests'], "\n";

echo "not a read\n";
$server->reset();
$server->script($busy);
throws(static fn () => $client->orders()->refund('1'));
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECT--
close_before: /api/v2/order/detail/1, retries: 2
reset: /api/v2/order/detail/1, retries: 2
half_body: /api/v2/order/detail/1, retries: 2
503: /api/v2/order/detail/1, retries: 2
502: /api/v2/order/detail/1, retries: 2
504: /api/v2/order/detail/1, retries: 2
a server that is busy three times exhausts the retries
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: not JSON, or truncated (HTTP status 503) after 2 retries
requests: 3
without retries
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: not JSON, or truncated (HTTP status 503)
requests: 1
not a read
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it got an answer that is not the API's: not JSON, or truncated (HTTP status 503); Order::detail() tells whether the order was refunded
requests: 1
