--TEST--
Each method of request() reaches the server unchanged, with its body's length and type, and without the headers that libcurl adds on its own
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client('key', $server->options());
foreach (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as $method) {
    $client->request($method, '/api/with', ['a' => 1]);
    $client->request($method, '/api/without');
}
foreach ($server->log() as ['method' => $method, 'target' => $target, 'headers' => $headers, 'body' => $body]) {
    unset($headers['host'], $headers['user-agent'], $headers['accept-encoding']);
    ksort($headers);
    echo $method, ' ', $target, ' ', $body, ' ', describe($headers), "\n";
}
$server->stop();
?>
--EXPECT--
GET /api/with?a=1  [accept: 'application/json', api-key: 'key']
GET /api/without  [accept: 'application/json', api-key: 'key']
POST /api/with {"a":1} [accept: 'application/json', api-key: 'key', content-length: '7', content-type: 'application/json']
POST /api/without  [accept: 'application/json', api-key: 'key', content-length: '0']
PUT /api/with {"a":1} [accept: 'application/json', api-key: 'key', content-length: '7', content-type: 'application/json']
PUT /api/without  [accept: 'application/json', api-key: 'key', content-length: '0']
PATCH /api/with {"a":1} [accept: 'application/json', api-key: 'key', content-length: '7', content-type: 'application/json']
PATCH /api/without  [accept: 'application/json', api-key: 'key', content-length: '0']
DELETE /api/with {"a":1} [accept: 'application/json', api-key: 'key', content-length: '7', content-type: 'application/json']
DELETE /api/without  [accept: 'application/json', api-key: 'key', content-length: '0']
