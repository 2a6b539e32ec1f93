--TEST--
With aurpay.max_idle_connections=0 a call leaves no connection and no descriptor behind: HTTP/1.1, HTTP/2, many reads, through a proxy
--INI--
aurpay.max_idle_connections=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

// Our end of it is open: nothing has ended it, or only the server has.
const TCP_CLOSE_WAIT = '08';

function count_left(int $port): int
{
    $states = array_column(tcp_connections_to($port), 'state');

    return count(array_intersect($states, [TCP_ESTABLISHED, TCP_CLOSE_WAIT]));
}

/** How many connections the reads have opened, or would have if libcurl told before it sends. */
function connections_of_reads(int $counted, string $version, string $way): int
{
    return match (true) {
        $version === 'HTTP/1.1' => $counted,
        $way === 'direct' => multiplexed_connections($counted, 0),
        default => $counted - connections_through_proxies(19),
    };
}

$ids = array_map(strval(...), range(1, 20));
$server = nginx();
// The pool has descriptors of its own.
(new Client('key', $server->options()))->orders()->detail('1');
$server->stop();
foreach (['HTTP/1.1' => ['--http1'], 'HTTP/2' => []] as $version => $options) {
    $server = nginx(...$options);
    $proxy = proxy();
    foreach (['direct' => [], 'through a proxy' => ['proxy' => $proxy->baseUri]] as $way => $more) {
        $client = new Client('key', $server->options($more));
        $port = parse_url($more['proxy'] ?? $server->baseUri, PHP_URL_PORT);
        $calls = [
            'a read' => static fn () => $client->orders()->detail('1'),
            'a write' => static fn () => $client->request('POST', '/x'),
            'many reads' => static fn () => $client->orders()->details($ids),
        ];
        foreach ($calls as $name => $call) {
            $descriptors = count(scandir('/proc/self/fd'));
            $opened = $client->stats()['connections_opened'];
            $call();
            $new = count(scandir('/proc/self/fd')) - $descriptors;
            $opened = $client->stats()['connections_opened'] - $opened;
            $opened = $name === 'many reads' ? connections_of_reads($opened, $version, $way) : $opened;
            $left = count_left($port) . ' connections';
            // The descriptor of a shared connection may stay, after its end, until the next call.
            $isShared = $version === 'HTTP/2' && $name === 'many reads';
            $left .= $new > ($isShared ? 1 : 0) ? ", {$new} descriptors" : '';
            echo "{$version}, {$way}, {$name}: {$left} of {$opened} left\n";
        }
    }
    $proxy->stop();
    $server->stop();
}
?>
--EXPECT--
HTTP/1.1, direct, a read: 0 connections of 1 left
HTTP/1.1, direct, a write: 0 connections of 1 left
HTTP/1.1, direct, many reads: 0 connections of 20 left
HTTP/1.1, through a proxy, a read: 0 connections of 1 left
HTTP/1.1, through a proxy, a write: 0 connections of 1 left
HTTP/1.1, through a proxy, many reads: 0 connections of 20 left
HTTP/2, direct, a read: 0 connections of 1 left
HTTP/2, direct, a write: 0 connections of 1 left
HTTP/2, direct, many reads: 0 connections of 1 left
HTTP/2, through a proxy, a read: 0 connections of 1 left
HTTP/2, through a proxy, a write: 0 connections of 1 left
HTTP/2, through a proxy, many reads: 0 connections of 1 left
