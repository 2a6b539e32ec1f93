--TEST--
request() sends the parameters of a GET as query, of any other method as JSON; the method may be in lower case
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder();
$client = $recorder->client();
foreach (['GET', 'get', 'Get', 'POST', 'post', 'PUT', 'PATCH', 'DELETE', 'delete'] as $method) {
    $client->request($method, '/api/x', ['a' => 'b c', 'n' => 1]);
    $client->request($method, '/api/x');
}
$client->request('GET', '/api/x?y=1', ['a' => 2]);
$client->request('GET', '/api/x?', []);
$client->request('POST', '/api/x?y=1', ['a' => 2]);
$recorder->show();
?>
--EXPECT--
GET /api/x?a=b%20c&n=1
GET /api/x
GET /api/x?a=b%20c&n=1
GET /api/x
GET /api/x?a=b%20c&n=1
GET /api/x
POST /api/x {"a":"b c","n":1}
POST /api/x
POST /api/x {"a":"b c","n":1}
POST /api/x
PUT /api/x {"a":"b c","n":1}
PUT /api/x
PATCH /api/x {"a":"b c","n":1}
PATCH /api/x
DELETE /api/x {"a":"b c","n":1}
DELETE /api/x
DELETE /api/x {"a":"b c","n":1}
DELETE /api/x
GET /api/x?y=1&a=2
GET /api/x?
POST /api/x?y=1 {"a":2}
