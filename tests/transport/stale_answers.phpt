--TEST--
Bytes that arrive on an idle connection are nobody's answer: over HTTP/1.1 the next call takes another connection and is executed once; HTTP/2 PINGs cost nothing
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$other = '{"code":0,"result":true,"data":{"target":"/another"}}';
$late = [
    'a 408' => ['late' => "HTTP/1.1 408 Request Time-out\r\nContent-Length: 3\r\n\r\n408"],
    'a 408, then the end' => ['late' => "HTTP/1.1 408 Request Time-out\r\nConnection: close\r\n\r\n408", 'close_after' => 0],
    'the rest of a body longer than its length' => ['late' => '"}'],
    'a second answer' => ['late' => "HTTP/1.1 200 OK\r\nContent-Length: " . strlen($other) . "\r\n\r\n{$other}"],
];

/** Makes calls on a connection with unread bytes, and more calls after that. */
function call_after(FaultServer $server, array $late, string $method): void
{
    $client = new Client('key', $server->options(['retries' => 0]));
    // Later than the answer: libcurl 8.15 and newer read bytes that arrive right behind it (stale_in_tls.phpt).
    $before = $server->prepare(['script' => [['do' => 'answer', 'late_after' => 0.05] + $late], 'drop' => true]);
    $client->request('GET', '/warm');
    $server->waitForLate($before['late'] + 1);
    wait_for_unread($server->port());
    foreach (['/2', '/3', '/4'] as $target) {
        $answer = $client->request($method, $target);
        if ($answer['target'] !== $target || $answer['method'] !== $method) {
            echo "{$method} {$target} was answered with ", json_encode($answer), "\n";
        }
    }
    $counts = $server->counts();
    $connections = $counts['connections'] - $before['connections'] - connections_of_their_own($method === 'GET' ? 0 : 3);
    $executed = $counts['executed'] - $before['executed'];
    // Where each call opens its own connection, no call finds the connection with unread bytes.
    $expected = $method === 'GET' || libcurl_tells_of_sending() ? 2 : 1;
    echo $connections === $expected && $executed === 4 ? '' : "{$method}: {$connections} connections, {$executed} executed\n";
}

foreach (['http' => [], 'https' => ['--tls']] as $scheme => $options) {
    $server = fault_server(...$options);
    foreach ($late as $name => $what) {
        echo "{$scheme}, {$name}\n";
        foreach (['GET', 'POST', 'DELETE'] as $method) {
            call_after($server, $what, $method);
        }
    }
    $server->stop();
}
?>
--EXPECT--
http, a 408
http, a 408, then the end
http, the rest of a body longer than its length
http, a second answer
https, a 408
https, a 408, then the end
https, the rest of a body longer than its length
https, a second answer
