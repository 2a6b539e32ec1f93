--TEST--
A certificate that is expired, for another host, or of an unknown authority is refused before anything is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportException;

require __DIR__ . '/../support/harness.php';

foreach (['expired', 'wrong-host', 'untrusted'] as $fault) {
    $server = fault_server('--tls', '--cert', $fault);
    $client = new Client('key', $server->options(['retries' => 2]));
    echo "{$fault}\n";
    expect_exception(static fn () => $client->orders()->detail('1'), TransportException::class);
    expect_exception(static fn () => $client->orders()->refund('1'), TransportException::class);
    echo 'requests: ', $server->counts()['requests'], ', retries: ', $client->lastResponse()['retries'], "\n";
    $server->stop();
}
?>
--EXPECTF--
expired
Aurpay\TransportException: GET /api/v2/order/detail/1 failed: the server's certificate was refused (%sexpired%S); nothing was sent
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: the server's certificate was refused (%sexpired%S); nothing was sent
requests: 0, retries: 0
wrong-host
Aurpay\TransportException: GET /api/v2/order/detail/1 failed: the server's certificate was refused (%s); nothing was sent
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: the server's certificate was refused (%s); nothing was sent
requests: 0, retries: 0
untrusted
Aurpay\TransportException: GET /api/v2/order/detail/1 failed: the server's certificate was refused (%s); nothing was sent
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: the server's certificate was refused (%s); nothing was sent
requests: 0, retries: 0
