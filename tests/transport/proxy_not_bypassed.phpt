--TEST--
A proxy that libcurl cannot use (a control character in its percent-encoded credentials) is refused, not silently bypassed
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = new RawServer();
$server->answer("HTTP/1.1 200 OK\r\nContent-Length: 34\r\n\r\n" . '{"code":0,"result":true,"data":{}}');
foreach (['us%0aer:word', 'user:wo%0drd', 'user:wo%00rd', 'user%01:word'] as $credentials) {
    $options = ['base_uri' => $server->baseUri, 'proxy' => "http://{$credentials}@127.0.0.1:1", 'timeout' => 5];
    try {
        (new Client('key', $options))->request('POST', '/x');
        echo "{$credentials}: success without the proxy\n";
    } catch (\ValueError) {
        echo "{$credentials}: refused\n";
    } catch (\Throwable $thrown) {
        say("{$credentials}: " . $thrown->getMessage());
    }
}
echo 'received: ', $server->answer(''), "\n";
?>
--EXPECT--
us%0aer:word: refused
user:wo%0drd: refused
user:wo%00rd: refused
user%01:word: refused
received: 0
