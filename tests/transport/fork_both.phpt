--TEST--
After a fork, parent and child call at the same time, over TLS with HTTP/1.1 and HTTP/2: each on its own connections; however the child ends, the parent's stay open
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

// Children do not free their parent's pool, not even at their end; LeakSanitizer would report that.

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

const CALLS = 15;

function calls(Client $client, string $who): void
{
    for ($i = 0; $i < CALLS; $i++) {
        foreach ([method_on_shared_connections(), 'GET'] as $method) {
            $target = $client->request($method, "/{$who}/{$i}")['target'];
            if ($target !== "/{$who}/{$i}") {
                echo "{$who} got the answer to {$target}\n";
            }
        }
    }
}

/** Forks; the child calls, and ends in its own way. */
function start_child(Client $client, string $who): int
{
    $child = pcntl_fork();
    if ($child) {
        return $child;
    }
    calls($client, $who);
    if ($who === 'grandparent') {
        pcntl_waitpid(start_child($client, 'grandchild'), $status);
        calls($client, $who);
    }
    if ($who === 'killed') {
        exec('kill -KILL ' . getmypid());
    }
    exit(0);
}

foreach (['HTTP/1.1' => ['--http1'], 'HTTP/2.0' => []] as $version => $arguments) {
    $server = nginx(...$arguments);
    $client = new Client('key', $server->options());
    $client->request(method_on_shared_connections(), '/parent/warm');
    $children = [];
    foreach (['exits', 'killed', 'grandparent'] as $who) {
        $children[] = start_child($client, $who);
    }
    calls($client, 'parent');
    foreach ($children as $child) {
        pcntl_waitpid($child, $status);
    }
    calls($client, 'parent');

    $seen = [];
    $requests = 0;
    foreach ($server->log(1 + 14 * CALLS) as $entry) {
        $seen[explode('/', $entry['target'])[1]][$entry['connection']] = true;
        $requests++;
    }
    ksort($seen);
    echo "{$version}: {$requests} requests\n";
    foreach ($seen as $who => $connections) {
        echo "  {$who}: ", count($connections), " connection\n";
    }
    // No two processes share a connection.
    echo '  total: ', count(array_replace(...array_values($seen))), "\n";
    $server->stop();
}
?>
--EXPECT--
HTTP/1.1: 211 requests
  exits: 1 connection
  grandchild: 1 connection
  grandparent: 1 connection
  killed: 1 connection
  parent: 1 connection
  total: 5
HTTP/2.0: 211 requests
  exits: 1 connection
  grandchild: 1 connection
  grandparent: 1 connection
  killed: 1 connection
  parent: 1 connection
  total: 5
