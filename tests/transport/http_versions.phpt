--TEST--
A real nginx with HTTP/2, with HTTP/1.1 alone, and closing after every answer: no call fails, each is received once, and ALPN alone decides the version
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$servers = [
    'HTTP/2' => [],
    'HTTP/1.1 alone' => ['--http1'],
    'HTTP/2, closing after every answer' => ['--keepalive', '0'],
    'HTTP/1.1, closing after every answer' => ['--http1', '--keepalive', '0'],
];
foreach ($servers as $kind => $arguments) {
    $server = nginx(...$arguments);
    $client = new Client('key', $server->options(['retries' => 0]));
    $large = str_repeat('x', 50000);
    for ($i = 0; $i < 10; $i++) {
        foreach (['POST', 'GET', 'PUT', 'DELETE'] as $name) {
            $method = libcurl_tells_of_sending() ? $name : 'GET';
            $target = "/{$name}/{$i}";
            $answer = $client->request($method, $target, $method === 'PUT' ? ['large' => $large] : []);
            if ($answer !== ['method' => $method, 'target' => $target]) {
                echo 'another answer: ', json_encode($answer), "\n";
            }
        }
    }
    echo "{$kind}: HTTP/{$client->lastResponse()['http_version']}, ", $client->lastResponse()['reused_connection'] ? 'reused' : 'new', '; ';
    $server->report(40);
    $received = array_count_values(array_map(static fn (array $entry): string => "{$entry['method']} {$entry['target']}", $server->log(40)));
    echo '  each received ', implode(', ', array_unique($received)), " time\n";
    $server->stop();
}
?>
--EXPECT--
HTTP/2: HTTP/2, reused; nginx: 40 requests on 1 connections, HTTP/2.0
  each received 1 time
HTTP/1.1 alone: HTTP/1.1, reused; nginx: 40 requests on 1 connections, HTTP/1.1
  each received 1 time
HTTP/2, closing after every answer: HTTP/2, new; nginx: 40 requests on 40 connections, HTTP/2.0
  each received 1 time
HTTP/1.1, closing after every answer: HTTP/1.1, new; nginx: 40 requests on 40 connections, HTTP/1.1
  each received 1 time
