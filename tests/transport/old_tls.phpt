--TEST--
A server that speaks nothing newer than TLS 1.1 is refused
--SKIPIF--
<?php

require __DIR__ . '/../support/harness.php';
AurpayTest\skip_unless_supported('--tls', '--max-tls', '1.1');
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls', '--max-tls', '1.1');
$client = new Client('key', $server->options());
expect_nothing_sent(static fn () => $client->orders()->refund('1'));
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECTF--
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: 127.0.0.1:PORT does not support TLS 1.2 or later (%s); nothing was sent
requests: 0
