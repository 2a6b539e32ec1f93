--TEST--
A refund that could not be sent is a TransportException that says so; the server receives nothing
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');

// The system's CAs did not sign the server's certificate.
$client = new Client('key', ['base_uri' => $server->baseUri]);
expect_nothing_sent(static fn () => $client->orders()->refund('1'));

// Nobody listens.
$server->vanish();
$client = new Client('key', $server->options());
expect_nothing_sent(static fn () => $client->orders()->refund('1'));
$server->listen();

// The connection is closed before the handshake is complete.
$server->script('close_before');
expect_nothing_sent(static fn () => $client->orders()->refund('1'));

// The name does not exist.
$client = new Client('key', ['base_uri' => 'https://no-such-host.invalid', 'timeout' => 5]);
expect_nothing_sent(static fn () => $client->orders()->refund('1'));

echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECTF--
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: the certificate of 127.0.0.1:PORT is not signed by a CA in %s (%s); set the option ca_file to the file of its CA, or update the system's package ca-certificates; nothing was sent
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: 127.0.0.1:PORT refused the connection; check the option base_uri; nothing was sent
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: the TLS handshake with 127.0.0.1:PORT failed (%s); nothing was sent
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: the name no-such-host.invalid could not be resolved; check the option base_uri; nothing was sent
requests: 0
