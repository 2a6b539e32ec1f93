--TEST--
An HTTP/2 connection on which a call failed, before its answer began or within it, is not used again: a connection that went dead does not let later calls time out
--SKIPIF--
<?php
require __DIR__ . '/../support/harness.php';
AurpayTest\skip_unless_supported('--http2');
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\OutcomeUnknownException;
use Aurpay\TransportException;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--http2');
$warm = new Client('key', $server->options());
$failing = new Client('key', $server->options(['retries' => 0, 'timeout' => 0.5]));

function show_next(string $what): void
{
    global $warm;
    $warm->request('GET', '/next');
    $last = $warm->lastResponse();
    echo "{$what}: HTTP/{$last['http_version']}, ", $last['reused_connection'] ? 'reused' : 'new', "\n";
}

$warm->request('GET', '/warm');
show_next('after an answer');
foreach (['silent', 'reset_stream', 'endless'] as $fault) {
    // An older libcurl speaks HTTP/1.1 for a call that is not a read, on a connection of its own.
    foreach (libcurl_tells_of_sending() ? ['GET', 'POST'] : ['GET', 'GET'] as $method) {
        $server->script($fault);
        try {
            $failing->request($method, '/fails');
            echo "answered\n";
        } catch (TransportException | OutcomeUnknownException) {
        }
        show_next("after {$fault}");
        show_next('after an answer');
    }
}
$server->stop();
?>
--EXPECT--
after an answer: HTTP/2, reused
after silent: HTTP/2, new
after an answer: HTTP/2, reused
after silent: HTTP/2, new
after an answer: HTTP/2, reused
after reset_stream: HTTP/2, new
after an answer: HTTP/2, reused
after reset_stream: HTTP/2, new
after an answer: HTTP/2, reused
after endless: HTTP/2, new
after an answer: HTTP/2, reused
after endless: HTTP/2, new
after an answer: HTTP/2, reused
