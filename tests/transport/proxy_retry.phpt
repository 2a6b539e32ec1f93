--TEST--
A read is retried when the proxy could not reach the server, not when the proxy refuses; a refund is sent to the proxy once
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/faults.inc';

$server = fault_server('--tls');
foreach (['407' => ['--require', 'user:pass-word'], '403' => ['--behaviour', 'refuse', '--status', '403'], '503' => ['--behaviour', 'refuse', '--status', '503']] as $status => $options) {
    $proxy = proxy(...$options);
    $orders = (new Client('key', $server->options(['proxy' => $proxy->baseUri, 'retries' => 2])))->orders();
    foreach (['detail', 'refund'] as $method) {
        $proxy->reset();
        $reason = fault_of(static fn () => $orders->{$method}('1'))->reason;
        echo "{$status} {$method}: {$reason->value}, asked {$proxy->counts()['requests']} times\n";
    }
    $proxy->stop();
}
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECT--
407 detail: proxy, asked 1 times
407 refund: proxy, asked 1 times
403 detail: proxy, asked 1 times
403 refund: proxy, asked 1 times
503 detail: proxy, asked 3 times
503 refund: proxy, asked 1 times
requests: 0
