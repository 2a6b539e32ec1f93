--TEST--
A connection through a proxy serves only clients with that proxy and its credentials: no client without a proxy, with another one, or with a wrong password, over HTTP/1.1 and HTTP/2
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

foreach (['1.1' => '--http1', '2.0' => null] as $version => $option) {
    echo "HTTP/{$version}\n";
    $server = nginx(...array_filter([$option]));
    $one = proxy('--require', 'user:word');
    $two = proxy('--require', 'user:word');
    $uri = static fn (Proxy $proxy, string $credentials = 'user:word'): string => str_replace('://', "://{$credentials}@", $proxy->baseUri);
    $clients = [
        'direct' => [],
        'the one proxy' => ['proxy' => $uri($one)],
        'the same again' => ['proxy' => $uri($one)],
        'another proxy' => ['proxy' => $uri($two)],
        'a wrong password' => ['proxy' => $uri($one, 'user:wrong')],
        'a wrong user' => ['proxy' => $uri($one, 'other:word')],
        'no credentials' => ['proxy' => $one->baseUri],
        'the one proxy, a pin that does not match' => ['proxy' => $uri($one), 'pinned_public_key' => 'sha256//' . base64_encode(hash('sha256', 'x', true))],
        "the one proxy, the system's authorities" => ['proxy' => $uri($one), 'base_uri' => $server->baseUri, 'ca_file' => null],
        'direct again' => [],
    ];
    foreach ($clients as $name => $more) {
        $client = new Client('key', array_filter($server->options($more + ['retries' => 0]), static fn (mixed $value): bool => $value !== null));
        try {
            $client->request(method_on_shared_connections(), '/x');
            $outcome = 'success';
        } catch (\Aurpay\AurpayException $exception) {
            fault_before_sending($exception);
            $outcome = 'refused';
        }
        $isReused = $client->lastResponse()['reused_connection'];
        if ($name === 'the same again' && connections_through_proxies(1) === 1) {
            $isReused = !$isReused;
        }
        echo "  {$name}: {$outcome}, ", $isReused ? 'reused' : 'not reused', "\n";
    }
    $own = connections_through_proxies(1);
    echo 'tunnels: ', count(array_filter($one->log(), static fn (array $entry): bool => $entry['status'] === 200)) - $own, ' and ',
        count($two->log()), "\n";
    $server->report(5, $own);
    array_map(static fn (Server $each) => $each->stop(), [$server, $one, $two]);
}
?>
--EXPECT--
HTTP/1.1
  direct: success, not reused
  the one proxy: success, not reused
  the same again: success, reused
  another proxy: success, not reused
  a wrong password: refused, not reused
  a wrong user: refused, not reused
  no credentials: refused, not reused
  the one proxy, a pin that does not match: refused, not reused
  the one proxy, the system's authorities: refused, not reused
  direct again: success, reused
tunnels: 3 and 1
nginx: 5 requests on 3 connections, HTTP/1.1
HTTP/2.0
  direct: success, not reused
  the one proxy: success, not reused
  the same again: success, reused
  another proxy: success, not reused
  a wrong password: refused, not reused
  a wrong user: refused, not reused
  no credentials: refused, not reused
  the one proxy, a pin that does not match: refused, not reused
  the one proxy, the system's authorities: refused, not reused
  direct again: success, reused
tunnels: 3 and 1
nginx: 5 requests on 3 connections, HTTP/2.0
