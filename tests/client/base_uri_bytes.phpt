--TEST--
The signed target is the one on the request line, also when the base URI has a path; a base URI that libcurl would rewrite is refused
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/harness.php';

$server = fault_server();
foreach (['', '/gateway', '/a;b@c', '/a%20b', "/a\u{fc}", "/a\xff"] as $path) {
    $name = addcslashes($path, "\x80..\xff");
    try {
        $client = new Client(Credentials::signature('token', 'secret'), ['base_uri' => $server->baseUri . $path]);
    } catch (\ValueError) {
        echo "{$name}: refused\n";
        continue;
    }
    $received = $client->request('POST', '/x')['target'];
    $log = $server->log();
    $headers = end($log)['headers'];
    $signature = $client->sign('POST', $received, '', $headers['date'])['signature'];
    echo "{$name}: {$received}, ", $signature === $headers['signature'] ? 'signed' : 'not what was signed', "\n";
}
$server->stop();
?>
--EXPECT--
: /x, signed
/gateway: /gateway/x, signed
/a;b@c: /a;b@c/x, signed
/a%20b: /a%20b/x, signed
/a\303\274: refused
/a\377: refused
