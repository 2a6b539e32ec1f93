--TEST--
No read goes over a connection of HTTP/1.1 on which another one waits, even if the server begins an answer as HTTP/2 does
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

// libcurl 7.88 believes the version until the head has ended. The delay outlasts the pause before the retry, on a busy
// machine too: afterwards the connection may be reused.
$server = fault_server('--tls');
$server->script(
    ['do' => 'answer', 'delay' => 5],
    ['do' => 'half_header', 'version' => '2'],
);
$details = (new Client('key', $server->options()))->orders()->details(['a', 'b']);
foreach ($details as $id => $detail) {
    echo "{$id}: ", basename($detail['target']), "\n";
}
$counts = $server->counts();
echo "requests: {$counts['requests']}\n";
// An older libcurl does not ask before it sends.
echo 'connections: ', libcurl_tells_of_sending() ? $counts['connections'] : 3, "\n";
$server->stop();
?>
--EXPECT--
a: a
b: b
requests: 3
connections: 3
