--TEST--
An unknown name, a refused connection, a lost connection and an interrupted handshake are told apart, each with its host
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/faults.inc';

$server = fault_server('--tls');
$read = static fn (array $options = []): array => (new Client('key', $server->options($options + ['retries' => 0])))->orders()->detail('1');

tell('no such name', static fn () => $read(['base_uri' => 'https://no-such-host.invalid/base']));

foreach (['close', 'reset', 'half_body', 'close_before'] as $fault) {
    $server->script($fault);
    tell($fault, $read);
    $server->drop();
}

$server->vanish();
tell('refused', $read);
tell('refused, after retries', static fn () => $read(['retries' => 2]));
tell('IPv6', static fn () => $read(['base_uri' => "https://[::1]:{$server->port()}"]));
$server->stop();
?>
--EXPECTF--
no such name: name
    GET /base/api/v2/order/detail/1 failed: the name no-such-host.invalid could not be resolved; check the option base_uri
close: lost
    GET /api/v2/order/detail/1 failed: the connection was lost before 127.0.0.1:PORT answered (%s)
reset: lost
    GET /api/v2/order/detail/1 failed: the connection was lost before 127.0.0.1:PORT answered (%s)
half_body: lost
    GET /api/v2/order/detail/1 failed: the connection was lost in the middle of the answer from 127.0.0.1:PORT (%s)
close_before: tls
    GET /api/v2/order/detail/1 failed: the TLS handshake with 127.0.0.1:PORT failed (%s)
refused: connection
    GET /api/v2/order/detail/1 failed: 127.0.0.1:PORT refused the connection; check the option base_uri
refused, after retries: connection
    GET /api/v2/order/detail/1 failed after 2 retries: 127.0.0.1:PORT refused the connection; check the option base_uri
IPv6: connection
    GET /api/v2/order/detail/1 failed: %S[::1]:%S; check the option base_uri
