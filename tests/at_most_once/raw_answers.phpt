--TEST--
Whatever HTTP a server speaks after it executed a POST, it receives the POST once, and the POST is never reported as not executed
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

const OK = '{"code":0,"result":true,"data":{}}';

function http(string $status, array $headers = [], string $body = OK): string
{
    $lines = ["HTTP/1.1 {$status}", ...$headers, 'Content-Length: ' . strlen($body), 'Connection: close'];

    return implode("\r\n", $lines) . "\r\n\r\n" . $body;
}

$answers = [
    'nothing' => [''],
    'HTTP/0.9' => [OK],
    'HTTP/1.0' => ["HTTP/1.0 200 OK\r\n\r\n" . OK],
    'HTTP/3.7' => ["HTTP/3.7 200 OK\r\n\r\n" . OK],
    'no number' => ["HTTP/1.1 abc\r\n\r\n" . OK],
    '100 and then 200' => ["HTTP/1.1 100 Continue\r\n\r\n" . http('200 OK')],
    '103 and then 200' => ["HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" . http('200 OK')],
    '100 and then nothing' => ["HTTP/1.1 100 Continue\r\n\r\n"],
    '101' => ["HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"],
    'endless 100' => ['', "HTTP/1.1 100 Continue\r\n\r\n"],
    'endless headers' => ["HTTP/1.1 200 OK\r\n", "X-Flood: 0123456789012345678901234567890123456789\r\n"],
    'one endless header' => ["HTTP/1.1 200 OK\r\nX-Flood: ", 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    'endless trailers' => [
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n22\r\n" . OK . "\r\n0\r\n",
        "X-Flood: 0123456789012345678901234567890123456789\r\n",
    ],
    'an endless chunk extension' => ["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n22;x=", 'xxxxxxxxxxxxxxx'],
    'a body that is no gzip' => [http('200 OK', ['Content-Encoding: gzip'])],
    'an unknown encoding' => [http('200 OK', ['Content-Encoding: x-secret'])],
    'a chain of encodings' => [http('200 OK', ['Content-Encoding: ' . implode(', ', array_fill(0, 50, 'gzip'))])],
    'two lengths' => ["HTTP/1.1 200 OK\r\nContent-Length: 34\r\nContent-Length: 35\r\n\r\n" . OK],
    'a negative length' => ["HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n" . OK],
    'a short body' => ["HTTP/1.1 200 OK\r\nContent-Length: 35\r\n\r\n" . OK],
    '204' => ["HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"],
    '304' => ["HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"],
    '401 Basic' => [http('401 No', ['WWW-Authenticate: Basic realm="x"'], '')],
    '401 Digest' => [http('401 No', ['WWW-Authenticate: Digest realm="x", nonce="y", stale=true'], '')],
    '401 Negotiate' => [http('401 No', ['WWW-Authenticate: Negotiate'], '')],
    '407' => [http('407 No', ['Proxy-Authenticate: Basic realm="x"'], '')],
    '408' => [http('408 No', [], '')],
    '417' => [http('417 No', [], '')],
    '421' => [http('421 No', [], '')],
    '425' => [http('425 No', ['Retry-After: 0'], '')],
    '307 to itself' => [http('307 No', ['Location: /x'], '')],
    '503, try again' => [http('503 No', ['Retry-After: 0'], '')],
    'Alt-Svc and Refresh' => [http('200 OK', ['Alt-Svc: h3=":1"', 'Refresh: 0', 'Strict-Transport-Security: max-age=9'])],
];
$server = new RawServer();
foreach ($answers as $name => $answer) {
    $client = new Client('key', ['base_uri' => $server->baseUri, 'timeout' => 3]);
    $server->answer(...$answer);
    $memory = getrusage()['ru_maxrss'];
    try {
        $client->request('POST', '/x', ['a' => 1]);
        $outcome = 'success';
    } catch (\Throwable $thrown) {
        $outcome = (new \ReflectionClass($thrown))->getShortName();
    }
    echo "{$name}: {$outcome}, received ", $server->answer(''), "\n";
    if (getrusage()['ru_maxrss'] - $memory > 64 * 1024) {
        echo "  memory grew\n";
    }
}
?>
--EXPECTF--
nothing: OutcomeUnknownException, received 1
HTTP/0.9: OutcomeUnknownException, received 1
HTTP/1.0: success, received 1
HTTP/3.7: %r(success|OutcomeUnknownException)%r, received 1
no number: OutcomeUnknownException, received 1
100 and then 200: success, received 1
103 and then 200: success, received 1
100 and then nothing: OutcomeUnknownException, received 1
101: OutcomeUnknownException, received 1
endless 100: OutcomeUnknownException, received 1
endless headers: OutcomeUnknownException, received 1
one endless header: OutcomeUnknownException, received 1
endless trailers: OutcomeUnknownException, received 1
an endless chunk extension: OutcomeUnknownException, received 1
a body that is no gzip: OutcomeUnknownException, received 1
an unknown encoding: OutcomeUnknownException, received 1
a chain of encodings: OutcomeUnknownException, received 1
two lengths: OutcomeUnknownException, received 1
a negative length: OutcomeUnknownException, received 1
a short body: OutcomeUnknownException, received 1
204: OutcomeUnknownException, received 1
304: OutcomeUnknownException, received 1
401 Basic: OutcomeUnknownException, received 1
401 Digest: OutcomeUnknownException, received 1
401 Negotiate: OutcomeUnknownException, received 1
407: OutcomeUnknownException, received 1
408: OutcomeUnknownException, received 1
417: OutcomeUnknownException, received 1
421: OutcomeUnknownException, received 1
425: OutcomeUnknownException, received 1
307 to itself: OutcomeUnknownException, received 1
503, try again: OutcomeUnknownException, received 1
Alt-Svc and Refresh: success, received 1
