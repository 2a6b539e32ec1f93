--TEST--
No read goes over a connection of HTTP/1.1 on which another one waits, even if the server begins an answer as HTTP/2 does
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

// libcurl 7.88 believes the version until the head has ended. Newer ones let the second read wait for the first.
const DELAY = 0.6;
$server = fault_server('--tls');
$server->script(
    ['do' => 'answer', 'delay' => DELAY],
    ['do' => 'half_header', 'version' => '2'],
);
$details = (new Client('key', $server->options()))->orders()->details(['a', 'b']);
foreach ($details as $id => $detail) {
    echo "{$id}: ", basename($detail['target']), "\n";
}
$log = $server->log();
echo count($log), " requests\n";
// An older libcurl does not ask before it sends.
foreach (libcurl_tells_of_sending() ? array_slice($log, 1) : [] as $request) {
    if ($request['connection'] === $log[0]['connection'] && $request['time'] < $log[0]['time'] + DELAY) {
        echo "{$request['target']} went over a connection on which {$log[0]['target']} waited\n";
    }
}
$server->stop();
?>
--EXPECT--
a: a
b: b
3 requests
