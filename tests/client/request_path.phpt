--TEST--
request() sends an allowed path byte for byte, and the server receives it unchanged
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client('key', $server->options());
foreach ([
    '/', '/api/', '/api/v2/order/', '/api/a..b/...', '/api/.well-known', "/a-._~!$&'()*+,;=:@", '/%D0%B6%20x', '/api/x?', '/api/x?a=../..&b=//c&d=%2F%00',
    '/api/x?a?b/c:@', '/api/%7Ex',
] as $path) {
    echo $client->request('GET', $path)['target'] === $path ? 'same' : "changed: {$path}", "\n";
}
$server->stop();
?>
--EXPECT--
same
same
same
same
same
same
same
same
same
same
same
