--TEST--
Extra bytes after an answer that the socket does not show (in the same TLS record, in that of an https proxy, after a status line of HTTP/2) are nobody's answer
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AurpayException;
use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$other = '{"code":0,"result":true,"data":{"target":"/another","method":"?"}}';
$second = "HTTP/1.1 200 OK\r\nContent-Length: " . strlen($other) . "\r\n\r\n{$other}";
$behind = [
    'a second answer' => ['glued' => $second],
    'a second answer behind a compressed one' => ['glued' => $second, 'gzip' => true],
    'a second answer behind a chunked one' => ['late' => $second, 'chunked' => true, 'chunk_size' => 4096],
    'a 408' => ['glued' => "HTTP/1.1 408 Request Time-out\r\nContent-Length: 3\r\n\r\n408"],
    'a second answer behind one of a version that is not spoken' => ['glued' => $second, 'version' => '2'],
    'a later answer behind one of a version that is not spoken' => ['late' => $second, 'version' => '2'],
];

/** Makes calls on a connection with unread bytes, and more calls after that. */
function call_behind(FaultServer $server, array $options, array $behind, string $method): void
{
    $client = new Client('key', ['retries' => 0] + $options);
    $before = $server->prepare(['script' => [['do' => 'answer'] + $behind], 'drop' => true]);
    try {
        $client->request('GET', '/warm');
    } catch (AurpayException $exception) {
        // Newer libcurl refuses an unsupported version, and 7.74 a chunked answer with more bytes behind it.
        if (!isset($behind['version']) && (!isset($behind['chunked']) || libcurl_tells_of_sending())) {
            throw $exception;
        }
    }
    if (isset($behind['late'])) {
        $server->waitForLate($before['late'] + 1);
        usleep(30000);
    }
    foreach (['/2', '/3'] as $target) {
        $answer = $client->request($method, $target);
        if ($answer['target'] !== $target || $answer['method'] !== $method) {
            echo "{$method} {$target} was answered with ", json_encode($answer), "\n";
        }
    }
    $executed = $server->counts()['executed'] - $before['executed'];
    echo $executed === 3 ? '' : "{$method}: {$executed} executed\n";
}

$server = fault_server('--tls');
$plain = fault_server();
$proxy = proxy('--tls', '--gather', '0.03');
$file = dirname($proxy->caFile) . '/both.pem';
file_put_contents($file, file_get_contents($server->caFile) . file_get_contents($proxy->caFile));
$ways = [
    'http' => [$plain, $plain->options()],
    'https' => [$server, $server->options()],
    'https, an https proxy' => [$server, $server->options(['proxy' => $proxy->baseUri, 'ca_file' => $file])],
];
foreach ($ways as $way => [$asked, $options]) {
    foreach ($behind as $name => $what) {
        echo "{$way}: {$name}\n";
        foreach (['GET', 'POST'] as $method) {
            call_behind($asked, $options, $what, $method);
        }
    }
}
array_map(static fn (Server $each) => $each->stop(), [$server, $plain, $proxy]);
?>
--EXPECT--
http: a second answer
http: a second answer behind a compressed one
http: a second answer behind a chunked one
http: a 408
http: a second answer behind one of a version that is not spoken
http: a later answer behind one of a version that is not spoken
https: a second answer
https: a second answer behind a compressed one
https: a second answer behind a chunked one
https: a 408
https: a second answer behind one of a version that is not spoken
https: a later answer behind one of a version that is not spoken
https, an https proxy: a second answer
https, an https proxy: a second answer behind a compressed one
https, an https proxy: a second answer behind a chunked one
https, an https proxy: a 408
https, an https proxy: a second answer behind one of a version that is not spoken
https, an https proxy: a later answer behind one of a version that is not spoken
