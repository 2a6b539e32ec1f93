--TEST--
A read succeeds after connections that were refused, cut off in the handshake, or never completed; lastResponse() and the message count the retries
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$client = new Client('key', $server->options(['retries' => 10]));

$server->vanish();
$child = pcntl_fork();
if ($child === 0) {
    usleep(300000);
    $server->listen();
    exit(0);
}
echo 'refused for a while: ', $client->orders()->detail('1')['target'], ', ', $client->lastResponse()['retries'] > 0 ? 'retried' : 'not retried', "\n";
pcntl_waitpid($child, $status);

// A warm connection dies, libcurl's own reconnect gets garbage, and the next attempt succeeds.
$server->reset();
$server->script('garble');
echo 'garbled handshake: ', $client->orders()->detail('2')['target'], ", retries: {$client->lastResponse()['retries']}\n";

$server->reset();
$server->script('stall_reconnect');
$hasty = new Client('key', $server->options(['retries' => 1, 'connect_timeout' => 1, 'timeout' => 30]));
echo 'stalled handshake: ', $hasty->orders()->detail('3')['target'], ", retries: {$hasty->lastResponse()['retries']}\n";

echo "the server stays away\n";
$server->vanish();
// Newer libcurl checks an idle connection only once a second, so this call may send on the dead one.
try {
    (new Client('key', $server->options(['retries' => 0])))->orders()->detail('4');
} catch (\Aurpay\TransportException) {
}
foreach ([0, 1, 3] as $retries) {
    $some = new Client('key', $server->options(['retries' => $retries]));
    expect_nothing_sent(static fn () => $some->orders()->detail('4'));
    echo "retries: {$some->lastResponse()['retries']}\n";
}
echo "not a read: ";
expect_nothing_sent(static fn () => $client->orders()->refund('4'));
echo "retries: {$client->lastResponse()['retries']}\n";
$server->stop();
?>
--EXPECTF--
refused for a while: /api/v2/order/detail/1, retried
garbled handshake: /api/v2/order/detail/2, retries: 1
stalled handshake: /api/v2/order/detail/3, retries: 1
the server stays away
Aurpay\TransportException: GET /api/v2/order/detail/4 failed: 127.0.0.1:PORT refused the connection; check the option base_uri; nothing was sent
retries: 0
Aurpay\TransportException: GET /api/v2/order/detail/4 failed after 1 retry: 127.0.0.1:PORT refused the connection; check the option base_uri; nothing was sent
retries: 1
Aurpay\TransportException: GET /api/v2/order/detail/4 failed after 3 retries: 127.0.0.1:PORT refused the connection; check the option base_uri; nothing was sent
retries: 3
not a read: Aurpay\TransportException: POST /api/v2/order/refund/4 failed: 127.0.0.1:PORT refused the connection; check the option base_uri; nothing was sent
retries: 0
