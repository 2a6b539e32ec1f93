--TEST--
HTTP/2: a POST whose stream or connection is refused is received once, over a new connection and over a used one, and its outcome is unknown; a read is tried again
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/engine.inc';

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
            echo "{$behaviour}, {$connection}: {$outcome}, received: ", implode(', ', $server->script()), "\n";
        }
    }
}
?>
--EXPECT--
refused, new: OutcomeUnknownException, received: POST 2
refused, new: success, received: GET 2, GET 2
refused, used: OutcomeUnknownException, received: POST 2
refused, used: success, received: GET 2, GET 2
cancel, new: OutcomeUnknownException, received: POST 2
cancel, new: success, received: GET 2, GET 2
cancel, used: OutcomeUnknownException, received: POST 2
cancel, used: success, received: GET 2, GET 2
goaway, new: OutcomeUnknownException, received: POST 2
goaway, new: success, received: GET 2, GET 2
goaway, used: OutcomeUnknownException, received: POST 2
goaway, used: success, received: GET 2, GET 2
goaway_processed, new: OutcomeUnknownException, received: POST 2
goaway_processed, new: success, received: GET 2, GET 2
goaway_processed, used: OutcomeUnknownException, received: POST 2
goaway_processed, used: success, received: GET 2, GET 2
h1_required, new: OutcomeUnknownException, received: POST 2
h1_required, new: success, received: GET 2, GET 1.1
h1_required, used: OutcomeUnknownException, received: POST 2
h1_required, used: success, received: GET 2, GET 1.1
