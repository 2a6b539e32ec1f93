--TEST--
A proxy may speak https; ca_file names the CAs for both the server and the proxy
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$proxy = proxy('--tls', '--require', 'user:pass-word');
$file = dirname($server->caFile) . '/both.pem';
file_put_contents($file, file_get_contents($server->caFile) . file_get_contents($proxy->caFile));
$client = new Client('key', [
    'base_uri' => $server->baseUri, 'ca_file' => $file, 'proxy' => str_replace('://', '://user:pass-word@', $proxy->baseUri),
]);
echo $client->orders()->detail('1')['target'], "\n";
$client->orders()->refund('1');
echo 'the proxy saw: ', implode(', ', array_unique(array_column($proxy->log(), 'method'))), '; the server executed ', $server->executed(), "\n";
unlink($file);
$server->stop();
$proxy->stop();
?>
--EXPECT--
/api/v2/order/detail/1
the proxy saw: CONNECT; the server executed 2
