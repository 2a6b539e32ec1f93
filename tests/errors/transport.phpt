--TEST--
TransportException: for a read that failed after its retries and for a call that was not sent; it has no status and no response
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/answers.inc';

$server = fault_server();
$server->default('close');
$orders = (new Client('key', $server->options(['retries' => 2])))->orders();
$exception = caught(static fn () => $orders->detail('1'));
say($exception::class . ': ' . preg_replace('/\(.*?\)/', '(...)', $exception->getMessage()));
show([$exception->getCode(), $exception->httpStatus, $exception->traceId, $exception->response, $exception->getPrevious()]);
echo $server->counts()['requests'] >= 3 ? 'asked again' : 'not asked again', "\n";
$server->vanish();
expect_nothing_sent(static fn () => $orders->refund('1'));
$server->stop();
?>
--EXPECT--
Aurpay\TransportException: GET /api/v2/order/detail/1 failed after 2 retries: the connection was lost before 127.0.0.1:PORT answered (...)
[0, 0, NULL, NULL, NULL]
asked again
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: 127.0.0.1:PORT refused the connection; check the option base_uri; nothing was sent
