--TEST--
A handler may make other calls on the same client and through the network; each caller gets its own answer
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$depth = 0;
$client = null;
$handler = static function (string $method, string $target, array $headers, string $body) use (&$client, &$depth, $server): array {
    if ($depth < 3) {
        $depth++;
        echo str_repeat(' ', $depth), $method, ' ', $target, "\n";
        $inner = $client->request('POST', "/inner/{$depth}", ['depth' => $depth]);
        $network = (new Client('key', $server->options()))->request('GET', "/network/{$depth}");
        $depth--;

        return success(json_encode(['body' => $body, 'inner' => $inner['body'], 'network' => $network['target']]));
    }

    return success(json_encode(['body' => $body]));
};
$client = new Client('key', ['handler' => $handler]);
show($client->request('POST', '/outer', ['depth' => 0]));
echo $client->lastResponse()['path'], "\n";
$server->stop();
?>
--EXPECT--
 POST /outer
  POST /inner/1
   POST /inner/2
[body: '{"depth":0}', inner: '{"depth":1}', network: '/network/1']
/outer
