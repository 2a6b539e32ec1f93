--TEST--
Plain http never leaves this machine: even with a proxy, the request and its key do not go to the proxy in the clear
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

// This stands for a proxy on another machine; the API is on a loopback address, where http is allowed.
$proxy = new RawServer();
$proxy->answer("HTTP/1.1 200 OK\r\nContent-Length: 34\r\n\r\n" . '{"code":0,"result":true,"data":{}}');
try {
    $client = new Client('key', ['base_uri' => 'http://127.0.0.1:1', 'proxy' => $proxy->baseUri, 'retries' => 0]);
    $client->request('POST', '/x');
    echo "success with the proxy's answer\n";
} catch (\Throwable $thrown) {
    echo $thrown::class, "\n";
}
echo 'received in the clear: ', $proxy->answer(''), "\n";
?>
--EXPECT--
ValueError
received in the clear: 0
