--TEST--
A forked child makes its own connection and leaves the parent's alone
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--ENV--
LSAN_OPTIONS=detect_leaks=0
--FILE--
<?php

// The child does not free its parent's pool, not even at its end; LeakSanitizer would report that.

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$client = new Client('key', $server->options());
$client->orders()->detail('parent');

$child = pcntl_fork();
if ($child === 0) {
    $client->orders()->detail('child');
    $client->orders()->detail('child');
    $stats = Client::stats();
    echo "child: {$stats['requests']} requests, {$stats['connections_opened']} connection opened\n";
    exit(0);
}
pcntl_waitpid($child, $status);
echo 'child ended with ', pcntl_wexitstatus($status), "\n";
$client->orders()->detail('parent');
$stats = Client::stats();
echo "parent: {$stats['requests']} requests, {$stats['connections_opened']} connection opened\n";

$connections = [];
foreach ($server->log() as $entry) {
    $connections[$entry['target']][$entry['connection']] = true;
}
foreach ($connections as $target => $seen) {
    echo basename($target), ': ', count($seen), " connection\n";
}
echo 'connections in all: ', $server->connections(), "\n";
$server->stop();
?>
--EXPECT--
child: 2 requests, 1 connection opened
child ended with 0
parent: 2 requests, 1 connection opened
parent: 1 connection
child: 1 connection
connections in all: 2
