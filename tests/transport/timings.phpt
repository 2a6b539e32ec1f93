--TEST--
The timings of lastResponse() are milliseconds in ascending order: with TCP and TLS for a new connection, without them for a reused one; a retried read has those of its last attempt
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

function report(string $name, Client $client): array
{
    $timings = $client->lastResponse()['timings'];
    $steps = array_filter($timings, static fn (float $time): bool => $time > 0);
    $sorted = $steps;
    asort($sorted);
    echo "{$name}: ", implode(' ', array_keys(array_intersect_key($steps, ['connect' => 0, 'tls' => 0, 'first_byte' => 0, 'total' => 0]))),
        array_values($sorted) === array_values($steps) ? '' : ', not in order: ' . json_encode($timings), "\n";

    return $timings;
}

// Both connect over TLS; nginx speaks HTTP/2.
foreach (['HTTP/1.1' => fault_server('--tls'), 'HTTP/2' => nginx()] as $version => $server) {
    $client = new Client('key', $server->options());
    $client->request(method_on_shared_connections(), '/x');
    report("{$version}, a new connection", $client);
    $client->request(method_on_shared_connections(), '/x');
    report("{$version}, the same again", $client);
    $server->stop();
}

$server = fault_server('--tls');
$client = new Client('key', $server->options(['retries' => 1, 'timeout' => 60]));
$server->script(['do' => 'answer', 'delay' => 1.5]);
$client->orders()->detail('1');
$timings = report('an answer after 1.5 seconds', $client);
var_dump($timings['first_byte'] >= 1490, $timings['total'] >= 1490, $timings['tls'] < $timings['first_byte']);

$server->script(['do' => 'answer', 'status' => 503, 'delay' => 1.5, 'body' => '']);
$client->orders()->detail('1');
$timings = report('a slow 503, then a quick answer', $client);
var_dump($timings['total'] < 1400, $client->lastResponse()['retries']);

$server->script('silent');
$brief = new Client('key', $server->options(['retries' => 0, 'timeout' => 0.5]));
throws(static fn () => $brief->orders()->detail('1'));
$timings = $brief->lastResponse()['timings'];
var_dump($timings['total'] >= 490, $timings['first_byte'] === 0.0);
$server->stop();
?>
--EXPECTF--
HTTP/1.1, a new connection: connect tls first_byte total
HTTP/1.1, the same again: first_byte total
HTTP/2, a new connection: connect tls first_byte total
HTTP/2, the same again: first_byte total
an answer after 1.5 seconds: connect tls first_byte total
bool(true)
bool(true)
bool(true)
a slow 503, then a quick answer: first_byte total
bool(true)
int(1)
Aurpay\TransportException: GET /api/v2/order/detail/1 failed: timed out after N seconds (option timeout) before 127.0.0.1:PORT answered
bool(true)
bool(true)
