--TEST--
lastResponse() describes the last call on the wire, successful or not: method, path without query, status, trace id, retries, timings
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

function report(Client $client): void
{
    $last = $client->lastResponse();
    $timings = $last['timings'];
    if ($last['method'] === 'POST' && $last['status'] !== 0 && connections_of_their_own(1) === 1) {
        $last['reused_connection'] = !$last['reused_connection'];
    }
    $last['timings'] = implode(' ', array_keys($timings));
    show($last);
    foreach ($timings as $name => $value) {
        if (!is_float($value) || $value < 0 || $value > 60000) {
            echo "{$name} is ", describe($value), "\n";
        }
    }
    if ($timings['total'] <= 0 && $last['status'] || $timings['first_byte'] > $timings['total']) {
        echo 'odd timings: ', describe($timings), "\n";
    }
}

$server = fault_server();
$client = new Client('key', $server->options(['retries' => 1, 'timeout' => 20]));
show($client->lastResponse());
$client->orders()->list(['status' => 'SUCCESS']);
report($client);
$client->orders()->refund('9');
report($client);
$server->script(['do' => 'answer', 'status' => 503, 'body' => ''], ['do' => 'answer', 'headers' => ['a-trace-id' => 'from-header'], 'json' => ['code' => 0, 'result' => true, 'data' => []]]);
$client->orders()->fiatCurrencies();
report($client);
$server->script(['do' => 'answer', 'status' => 400, 'json' => ['code' => 40005, 'result' => false, 'trace_id' => 'from-envelope']]);
try {
    $client->orders()->refund('9');
} catch (\Aurpay\ApiException) {
}
report($client);
$server->vanish();
try {
    $client->orders()->refund('9');
} catch (\Aurpay\TransportException | \Aurpay\OutcomeUnknownException) {
}
report($client);
try {
    $client->orders()->refund('../9');
} catch (\ValueError) {
}
echo $client->lastResponse()['path'], "\n";
show((new Client('key', $server->options()))->lastResponse());
$server->stop();
?>
--EXPECT--
NULL
[method: 'GET', path: '/api/v2/order/', status: 200, trace_id: NULL, http_version: '1.1', reused_connection: false, retries: 0, timings: 'name_lookup connect tls first_byte total']
[method: 'POST', path: '/api/v2/order/refund/9', status: 200, trace_id: NULL, http_version: '1.1', reused_connection: true, retries: 0, timings: 'name_lookup connect tls first_byte total']
[method: 'GET', path: '/api/order/pay/real-currency', status: 200, trace_id: 'from-header', http_version: '1.1', reused_connection: true, retries: 1, timings: 'name_lookup connect tls first_byte total']
[method: 'POST', path: '/api/v2/order/refund/9', status: 400, trace_id: 'from-envelope', http_version: '1.1', reused_connection: true, retries: 0, timings: 'name_lookup connect tls first_byte total']
[method: 'POST', path: '/api/v2/order/refund/9', status: 0, trace_id: NULL, http_version: '', reused_connection: false, retries: 0, timings: 'name_lookup connect tls first_byte total']
/api/v2/order/refund/9
NULL
