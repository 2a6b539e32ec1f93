--TEST--
HTTP/2: the server receives a POST once when it refuses the stream or the connection, new or reused; the outcome is unknown. A read is retried
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$behaviours = [
    'refused' => ['do' => 'reset_stream', 'error' => 'REFUSED_STREAM'],
    'cancel' => ['do' => 'reset_stream', 'error' => 'CANCEL'],
    'goaway' => ['do' => 'goaway', 'processed' => false],
    'goaway_processed' => ['do' => 'goaway', 'processed' => true],
    'h1_required' => ['do' => 'reset_stream', 'error' => 'HTTP_1_1_REQUIRED'],
];
// Over HTTP/1.1 the server closes the connection instead.
$post = 'OutcomeUnknownException, received: POST ' . (libcurl_tells_of_sending() ? 'h2' : 'http/1.1');
foreach ($behaviours as $name => $behaviour) {
    foreach (['new', 'used'] as $connection) {
        $server = fault_server('--http2');
        $client = new Client('key', $server->options(['timeout' => 10]));
        if ($connection === 'used') {
            $client->request('GET', '/warm');
        }
        foreach (['POST', 'GET'] as $method) {
            $server->reset();
            $server->script($behaviour);
            try {
                $client->request($method, '/x', ['a' => 1]);
                $outcome = 'success';
            } catch (\Throwable $thrown) {
                $outcome = (new \ReflectionClass($thrown))->getShortName();
            }
            $received = array_map(static fn (array $request): string => "{$request['method']} {$request['tls']['protocol']}", $server->log());
            $outcome .= ', received: ' . implode(', ', $received);
            echo "{$name}, {$connection}: ", $outcome === $post ? 'POST once, as expected' : $outcome, "\n";
        }
        $server->stop();
    }
}
?>
--EXPECT--
refused, new: POST once, as expected
refused, new: success, received: GET h2, GET h2
refused, used: POST once, as expected
refused, used: success, received: GET h2, GET h2
cancel, new: POST once, as expected
cancel, new: success, received: GET h2, GET h2
cancel, used: POST once, as expected
cancel, used: success, received: GET h2, GET h2
goaway, new: POST once, as expected
goaway, new: success, received: GET h2, GET h2
goaway, used: POST once, as expected
goaway, used: success, received: GET h2, GET h2
goaway_processed, new: POST once, as expected
goaway_processed, new: success, received: GET h2, GET h2
goaway_processed, used: POST once, as expected
goaway_processed, used: success, received: GET h2, GET h2
h1_required, new: POST once, as expected
h1_required, new: success, received: GET h2, GET http/1.1
h1_required, used: POST once, as expected
h1_required, used: success, received: GET h2, GET http/1.1
