--TEST--
A pinned public key accepts its own server and no other, not even one with a valid certificate
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$pinned = new Client('key', $server->options(['pinned_public_key' => $server->pin()]));
echo $pinned->orders()->detail('1')['target'], "\n";

$other = 'sha256//' . base64_encode(hash('sha256', 'another key', true));
$client = new Client('key', $server->options(['pinned_public_key' => $other]));
$exception = expect_nothing_sent(static fn () => $client->orders()->refund('1'));
echo $exception->reason->value, "\n";
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECT--
/api/v2/order/detail/1
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: the public key of 127.0.0.1:PORT is not the one in the option pinned_public_key; nothing was sent
public_key
requests: 1
