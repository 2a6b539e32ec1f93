--TEST--
A timeout's message says which option ended the call, how long the option is, and what had not arrived
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/faults.inc';

$server = fault_server('--tls');
$full = new BytesServer('full');
$silent = new BytesServer('silent');
$proxy = proxy('--behaviour', 'silent');
$read = static fn (array $options): array => (new Client('key', $options + $server->options(['retries' => 0])))->orders()->detail('1');

$connecting = ['connect_timeout' => 0.25, 'timeout' => 20];
tell('no place for the connection', static fn () => $read(['base_uri' => "https://127.0.0.1:{$full->port}"] + $connecting));
tell('no handshake', static fn () => $read(['base_uri' => "https://127.0.0.1:{$silent->port}"] + $connecting));
tell('no answer of the proxy', static fn () => $read(['proxy' => $proxy->baseUri] + $connecting));
tell('no handshake of the proxy', static fn () => $read(['proxy' => "https://127.0.0.1:{$silent->port}"] + $connecting));

$whole = ['connect_timeout' => 20, 'timeout' => 0.375];
tell('no handshake before the deadline', static fn () => $read(['base_uri' => "https://127.0.0.1:{$silent->port}"] + $whole));
$server->script('silent');
tell('no answer', static fn () => $read($whole));
$server->script(['do' => 'drip', 'interval' => 0.05]);
tell('half an answer', static fn () => $read(['timeout' => 1] + $whole));
$server->script('silent');
$one = new Client('key', $server->options(['concurrency' => 1, 'retries' => 0] + $whole));
tell('no turn', static fn () => throw $one->orders()->details(['1', '2'])['2']);
$server->stop();
$proxy->stop();
?>
--EXPECT--
no place for the connection: connect_timeout
    GET /api/v2/order/detail/1 failed: timed out after 0.25 s (option connect_timeout) before 127.0.0.1:PORT accepted the connection
no handshake: connect_timeout
    GET /api/v2/order/detail/1 failed: timed out after 0.25 s (option connect_timeout) during the TLS handshake with 127.0.0.1:PORT
no answer of the proxy: connect_timeout
    GET /api/v2/order/detail/1 failed: timed out after 0.25 s (option connect_timeout) before the proxy 127.0.0.1:PORT answered
no handshake of the proxy: connect_timeout
    GET /api/v2/order/detail/1 failed: timed out after 0.25 s (option connect_timeout) before the proxy 127.0.0.1:PORT answered
no handshake before the deadline: timeout
    GET /api/v2/order/detail/1 failed: timed out after 0.375 s (option timeout) during the TLS handshake with 127.0.0.1:PORT
no answer: timeout
    GET /api/v2/order/detail/1 failed: timed out after 0.375 s (option timeout) before 127.0.0.1:PORT answered
half an answer: timeout
    GET /api/v2/order/detail/1 failed: timed out after 1 second (option timeout) in the middle of the answer from 127.0.0.1:PORT
no turn: timeout
    GET /api/v2/order/detail/2 failed: timed out after 0.375 s (option timeout) before the request was started
