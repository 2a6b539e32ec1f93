--TEST--
A proxy is used when the option names one, never because the environment does; no message has its password
--ENV--
https_proxy=http://127.0.0.1:9
http_proxy=http://127.0.0.1:9
ALL_PROXY=http://127.0.0.1:9
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$proxy = proxy('--require', 'user:pass-word-1');

$direct = new Client('key', $server->options());
echo 'direct: ', $direct->orders()->detail('1')['target'], "\n";

$uri = str_replace('http://', 'http://user:pass-word-1@', $proxy->baseUri);
$through = new Client('key', $server->options(['proxy' => $uri]));
echo 'through the proxy: ', $through->orders()->detail('2')['target'], ', requests the proxy saw: ',
    $proxy->counts()['requests'], "\n";

$uri = str_replace('http://', 'http://user:pass-word-2@', $proxy->baseUri);
$refused = new Client('key', $server->options(['proxy' => $uri]));
$exception = expect_nothing_sent(static fn () => $refused->orders()->refund('3'));
var_dump(str_contains(print_r([$exception, $refused], true), 'pass-word'));
echo 'requests the server saw: ', $server->counts()['requests'], "\n";
$server->stop();
$proxy->stop();
?>
--EXPECTF--
direct: /api/v2/order/detail/1
through the proxy: /api/v2/order/detail/2, requests the proxy saw: 1
Aurpay\TransportException: POST /api/v2/order/refund/3 failed: %s; nothing was sent
bool(false)
requests the server saw: 2
