--TEST--
request() and sign() refuse a path with a host, //, dot segments, backslash, fragment, blanks, controls or broken escapes
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client(Credentials::signature('token', 'secret'), $server->options());
$bad = [
    '', 'api/x', '?a=1', 'https://evil.example/x', 'evil.example/x', '//evil.example/x', '/api//x', '/api//', '/\\evil.example',
    '/api\\x', '/..', '/.', '/../x', '/api/../x', '/api/./x', '/api/..', '/api/.', '/api/..?x=1', '/api/%2e%2e/x', '/api/%2E./x',
    '/api/.%2e/x', '/api/%2f%2fevil', '/api/%5cx', '/api/%00', '/api/%0d%0aX: 1', '/api/%0Ax', '/api/x#y', '/#', '/api x', "/api\tx",
    "/api\r\nX-Evil: 1", "/api\0x", "/api\x7f", "/api/\u{e9}", "/api/\xff", '/api/%', '/api/%2', '/api/%zz', '/api/x?a=%', '/api/x?a=b c',
    "/api/x?a=\r\n", '/api/x?a=#', '/api/{id}', '/api/"x"', '/api/<x>', '/api/x|y', '/api/x^y', '/api/`x`', '@evil.example/', ':80/x',
    '/' . str_repeat('a', 3000),
];
$messages = [];
foreach ($bad as $path) {
    foreach ([static fn () => $client->request('GET', $path), static fn () => $client->sign('GET', $path)] as $call) {
        try {
            $call();
            echo 'accepted: ', json_encode($path), "\n";
        } catch (\ValueError $error) {
            $messages[$error->getMessage()] = true;
        }
    }
}
echo implode("\n", array_keys($messages)), "\n";
nothing_on_the_wire($server);
?>
--EXPECT--
Aurpay\Client::request(): Argument #2 ($path) must be a path that starts with a single slash, percent-encoded where RFC 3986 asks for it, without a host, "//", dot segments, backslash or fragment
Aurpay\Client::sign(): Argument #2 ($target) must be a path that starts with a single slash, percent-encoded where RFC 3986 asks for it, without a host, "//", dot segments, backslash or fragment
requests: 0, connections: 0
