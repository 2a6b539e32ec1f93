--TEST--
aurpay-doctor ends at its timeout when a web server or a pool sends a byte now and then, and keeps no more than a part of an answer without end; it waits for what comes late and in time
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

/** A doctor that waits for the end of an answer never comes back: most of these have none. */
function tell(string $case, string ...$arguments): void
{
    $found = examine(['--json', '--timeout', '1', ...$arguments], [], ['-d', 'memory_limit=64M']);
    echo "{$case}: exit {$found->status}, {$found->summary()}", $found->errors, "\n";
}

$server = fault_server();
$behaviours = [
    'a slow head' => ['do' => 'drip', 'head' => true, 'interval' => 0.5, 'body' => str_repeat('a', 100000)],
    'a slow body' => ['do' => 'drip', 'interval' => 0.5, 'body' => str_repeat('a', 100000)],
    'a head without end' => ['do' => 'endless', 'head' => true],
    'silence' => 'silent',
];
foreach ($behaviours as $name => $behaviour) {
    $server->default($behaviour);
    tell("{$name} of the shop", '--callback-url', "{$server->baseUri}/x", 'callback-url');
    tell("{$name} of the page", '--url', "{$server->baseUri}/x", 'web');
}
$server->stop();

// What comes late and in time is an answer, also inside TLS, if this PHP has it.
$servers = ['http' => fault_server(), 'https' => fault_server(...extension_loaded('openssl') ? ['--tls'] : [])];
foreach ($servers as $scheme => $server) {
    $server->default(['do' => 'answer', 'status' => 403, 'body' => 'Not accepted', 'delay' => 1]);
    $found = examine(['--json', '--callback-url', "{$server->baseUri}/x", 'callback-url'], [], ['-d', "openssl.cafile={$server->caFile}"]);
    echo "a late answer over {$scheme}: ", $found->summary(), $found->errors, "\n";
    $server->stop();
}

// A pool that sends a record of one byte every half second.
$folder = sys_get_temp_dir() . '/aurpay-slow-' . getmypid();
mkdir($folder);
$code = '$s = stream_socket_server("unix://" . $argv[1]); echo "ready\n"; $c = stream_socket_accept($s, 60); while (@fwrite($c, "\1\6\0\1\0\1\0\0a") && !feof($c)) { usleep(500000); }';
$pool = proc_open([PHP_BINARY, '-n', '-r', $code, "{$folder}/socket"], [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
fgets($pipes[1]);
tell('a slow pool', '--fpm', "{$folder}/socket", '--probe-folder', $folder, 'web');
proc_terminate($pool);
proc_close($pool);
unlink("{$folder}/socket");
rmdir($folder);
?>
--EXPECT--
a slow head of the shop: exit 2, callback-url: callback-url-private, callback-url: callback-url-unreachable
a slow head of the page: exit 2, web: web-unreachable
a slow body of the shop: exit 2, callback-url: callback-url-private, callback-url: callback-url-unreachable
a slow body of the page: exit 2, web: web-unreachable
a head without end of the shop: exit 2, callback-url: callback-url-private, callback-url: callback-url-unreachable
a head without end of the page: exit 2, web: web-unreachable
silence of the shop: exit 2, callback-url: callback-url-private, callback-url: callback-url-unreachable
silence of the page: exit 2, web: web-unreachable
a late answer over http: callback-url: callback-url-private, callback-url: ok
a late answer over https: callback-url: callback-url-private, callback-url: ok
a slow pool: exit 2, web: web-unreachable
