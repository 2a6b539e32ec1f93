--TEST--
tests/support: a test starts a fault server, scripts it and reads its log
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../harness.php';

$server = fault_server();
$server->script(['do' => 'answer', 'status' => 429, 'execute' => false], 'html');
foreach (range(1, 3) as $call) {
    $response = Http::request('POST', "{$server->baseUri}/call/{$call}", '{}', ['API-Key' => 'k']);
    echo $response->status, ' ', $response->headers['content-type'], "\n";
}
echo $response->body, "\n";
foreach ($server->log() as $entry) {
    printf("%s %s %s\n", $entry['target'], $entry['headers']['api-key'], $entry['executed'] ? 'executed' : 'no');
}
echo "executed: {$server->executed()}, connections: {$server->connections()}\n";
var_dump($server->waitForExecuted(2), $server->waitForExecuted(3, 0.01));

$server->reset();
$server->default('broken_json');
throws(static fn () => Http::json('GET', $server->baseUri . '/x'));
throws(static fn () => $server->script('explode') === $server->script(['do' => 'close', 'dealy' => 1]));

$server->vanish();
throws(static fn () => @Http::request('GET', $server->baseUri . '/x'));
$server->listen();
throws(static fn () => Http::request('GET', $server->baseUri . '/x'));
$server->drop();

print_r(array_keys($server->options(['retries' => 0])));
$server->stop();
?>
--EXPECTF--
429 application/json
200 text/html; charset=utf-8
200 application/json
{"code":0,"message":"ok","data":{"method": "POST", "target": "/call/3"},"result":true}
/call/1 k no
/call/2 k executed
/call/3 k executed
executed: 2, connections: 3
bool(true)
bool(false)
JsonException: Syntax error%S
RuntimeException: POST http://127.0.0.1:PORT/script: 400 {"error": "not a behaviour: {'do': 'explode'}; known: %s"}
RuntimeException: GET http://127.0.0.1:PORT/x: no answer
nothing was thrown
Array
(
    [0] => retries
    [1] => base_uri
)
