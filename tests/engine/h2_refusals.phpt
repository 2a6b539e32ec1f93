--TEST--
HTTP/2: a POST whose stream or connection is refused is received once, over a new connection and over a used one, and its outcome is unknown; a read is tried again
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/engine.inc';

// Where it goes over HTTP/1.1, the server has no way to refuse it.
$post = libcurl_tells_of_sending() ? 'OutcomeUnknownException, received: POST 2' : 'success, received: POST 1.1';
foreach (['refused', 'cancel', 'goaway', 'goaway_processed', 'h1_required'] as $behaviour) {
    foreach (['new', 'used'] as $connection) {
        $server = new Http2Server();
        $client = new Client('key', $server->options + ['timeout' => 10]);
        if ($connection === 'used') {
            $client->request('GET', '/warm');
        }
        foreach (['POST', 'GET'] as $method) {
            $server->script($behaviour);
            try {
                $client->request($method, '/x', ['a' => 1]);
                $outcome = 'success';
            } catch (\Throwable $thrown) {
                $outcome = (new \ReflectionClass($thrown))->getShortName();
            }
            $outcome .= ', received: ' . implode(', ', $server->script());
            echo "{$behaviour}, {$connection}: ", $outcome === $post ? 'POST once, as due' : $outcome, "\n";
        }
    }
}
?>
--EXPECT--
refused, new: POST once, as due
refused, new: success, received: GET 2, GET 2
refused, used: POST once, as due
refused, used: success, received: GET 2, GET 2
cancel, new: POST once, as due
cancel, new: success, received: GET 2, GET 2
cancel, used: POST once, as due
cancel, used: success, received: GET 2, GET 2
goaway, new: POST once, as due
goaway, new: success, received: GET 2, GET 2
goaway, used: POST once, as due
goaway, used: success, received: GET 2, GET 2
goaway_processed, new: POST once, as due
goaway_processed, new: success, received: GET 2, GET 2
goaway_processed, used: POST once, as due
goaway_processed, used: success, received: GET 2, GET 2
h1_required, new: POST once, as due
h1_required, new: success, received: GET 2, GET 1.1
h1_required, used: POST once, as due
h1_required, used: success, received: GET 2, GET 1.1
