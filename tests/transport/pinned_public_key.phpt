--TEST--
A pinned public key lets its server in and no other, even one with a valid certificate
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportException;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$pinned = new Client('key', $server->options(['pinned_public_key' => $server->pin()]));
echo $pinned->orders()->detail('1')['target'], "\n";

$other = 'sha256//' . base64_encode(hash('sha256', 'another key', true));
$client = new Client('key', $server->options(['pinned_public_key' => $other]));
expect_exception(static fn () => $client->orders()->refund('1'), TransportException::class);
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECTF--
/api/v2/order/detail/1
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: the server's certificate was refused (%s); nothing was sent
requests: 1
