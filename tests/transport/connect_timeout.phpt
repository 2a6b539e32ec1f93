--TEST--
connect_timeout limits TCP, TLS and the proxy's answer, and the deadline still holds; nothing is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/names.inc';

$queue = new FullQueue('127.0.0.1:0');
// The kernel accepts the connection, and nobody answers.
$mute = stream_socket_server('tcp://127.0.0.1:0');
$proxy = proxy('--behaviour', 'silent');
$server = fault_server('--tls');
$options = [
    'TCP' => ['base_uri' => "https://{$queue->name()}"],
    'TLS' => ['base_uri' => 'https://' . stream_socket_get_name($mute, false)],
    "the proxy's TCP" => ['proxy' => "http://{$queue->name()}"] + $server->options(),
    "the proxy's answer" => ['proxy' => $proxy->baseUri] + $server->options(),
    "the proxy's TLS" => ['proxy' => 'https://' . stream_socket_get_name($mute, false)] + $server->options(),
];
$times = ['connect_timeout is shorter' => ['connect_timeout' => 0.3, 'timeout' => 600], 'timeout is shorter' => ['connect_timeout' => 600, 'timeout' => 0.3]];
foreach ($options as $stage => $more) {
    foreach ($times as $name => $time) {
        foreach (['GET', 'POST'] as $method) {
            $client = new Client('key', $time + $more + ['retries' => 1]);
            $start = microtime(true);
            try {
                $client->request($method, '/x');
                echo 'success';
            } catch (\Aurpay\AurpayException $exception) {
                $message = told_before_sending($exception);
                echo "{$stage}, {$name}, {$method}: ", preg_match('~: timed out after .* seconds \(option (timeout|connect_timeout)\)~', $message, $matches) ? "{$matches[1]} is over" : $message,
                    str_ends_with($message, 'nothing was sent') ? ', nothing was sent' : '', ", {$client->lastResponse()['retries']} retries",
                    microtime(true) - $start < 60 ? '' : ', late', "\n";
            }
        }
    }
}
echo $server->counts()['requests'], " requests\n";
$server->stop();
$proxy->stop();
?>
--EXPECT--
TCP, connect_timeout is shorter, GET: connect_timeout is over, nothing was sent, 1 retries
TCP, connect_timeout is shorter, POST: connect_timeout is over, nothing was sent, 0 retries
TCP, timeout is shorter, GET: timeout is over, nothing was sent, 0 retries
TCP, timeout is shorter, POST: timeout is over, nothing was sent, 0 retries
TLS, connect_timeout is shorter, GET: connect_timeout is over, nothing was sent, 1 retries
TLS, connect_timeout is shorter, POST: connect_timeout is over, nothing was sent, 0 retries
TLS, timeout is shorter, GET: timeout is over, nothing was sent, 0 retries
TLS, timeout is shorter, POST: timeout is over, nothing was sent, 0 retries
the proxy's TCP, connect_timeout is shorter, GET: connect_timeout is over, nothing was sent, 1 retries
the proxy's TCP, connect_timeout is shorter, POST: connect_timeout is over, nothing was sent, 0 retries
the proxy's TCP, timeout is shorter, GET: timeout is over, nothing was sent, 0 retries
the proxy's TCP, timeout is shorter, POST: timeout is over, nothing was sent, 0 retries
the proxy's answer, connect_timeout is shorter, GET: connect_timeout is over, nothing was sent, 1 retries
the proxy's answer, connect_timeout is shorter, POST: connect_timeout is over, nothing was sent, 0 retries
the proxy's answer, timeout is shorter, GET: timeout is over, nothing was sent, 0 retries
the proxy's answer, timeout is shorter, POST: timeout is over, nothing was sent, 0 retries
the proxy's TLS, connect_timeout is shorter, GET: connect_timeout is over, nothing was sent, 1 retries
the proxy's TLS, connect_timeout is shorter, POST: connect_timeout is over, nothing was sent, 0 retries
the proxy's TLS, timeout is shorter, GET: timeout is over, nothing was sent, 0 retries
the proxy's TLS, timeout is shorter, POST: timeout is over, nothing was sent, 0 retries
0 requests
