--TEST--
Faults on the wire become the same exceptions: lost connections, HTML, redirects, truncated JSON, refusals
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/answers.inc';

$server = fault_server();
$orders = (new Client('key', $server->options(['retries' => 0, 'timeout' => 5])))->orders();
$refusal = ['do' => 'answer', 'status' => 400, 'json' => ['code' => 40005, 'result' => false, 'message' => 'no']];
foreach ([
    'close' => 'close', 'reset' => 'reset', 'half_body' => 'half_body', 'half_chunked' => 'half_chunked', 'html' => 'html', 'redirect' => 'redirect', 'broken_json' => 'broken_json',
    'deep_json' => 'deep_json', 'refusal' => $refusal, '204' => ['do' => 'answer', 'status' => 204, 'body' => ''], '429' => ['do' => 'answer', 'status' => 429, 'body' => 'slow'],
] as $name => $behaviour) {
    $server->script($behaviour, $behaviour);
    echo "{$name}: ", outcome(static fn () => $orders->detail('1')), ' | ', outcome(static fn () => $orders->refund('1')), "\n";
}
$targets = array_column($server->log(), 'target');
echo count($targets), ' requests', in_array('/elsewhere', $targets, true) ? ', REDIRECT FOLLOWED' : '', "\n";
$server->stop();
?>
--EXPECT--
close: TransportException 0 0 | OutcomeUnknownException 0 0
reset: TransportException 0 0 | OutcomeUnknownException 0 0
half_body: TransportException 0 200 | OutcomeUnknownException 0 200
half_chunked: TransportException 0 200 | OutcomeUnknownException 0 200
html: ResponseException 0 200 | OutcomeUnknownException 0 200
redirect: ResponseException 0 302 | OutcomeUnknownException 0 302
broken_json: ResponseException 0 200 | OutcomeUnknownException 0 200
deep_json: ResponseException 0 200 | OutcomeUnknownException 0 200
refusal: ApiException 40005 400 | ApiException 40005 400
204: ResponseException 0 204 | OutcomeUnknownException 0 204
429: RateLimitException 0 429 | RateLimitException 0 429
22 requests
