--TEST--
An https proxy: ca_file verifies its TLS too; the API's TLS passes through it unread; no request to the API contains its password
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

/** @return string a file with the CAs of both */
function both(Server $one, Server $other): string
{
    // The file is removed together with the proxy's folder.
    $file = dirname($other->caFile) . '/both.pem';
    file_put_contents($file, file_get_contents($one->caFile) . file_get_contents($other->caFile));

    return $file;
}

foreach (['1.1' => '--http1', '2.0' => null] as $version => $option) {
    echo "HTTP/{$version}\n";
    $server = nginx(...array_filter([$option]));
    $proxy = proxy('--tls', '--require', 'user:word');
    $options = $server->options(['proxy' => str_replace('://', '://user:word@', $proxy->baseUri), 'ca_file' => both($server, $proxy), 'retries' => 0]);

    $client = new Client('key', $options);
    $shared = method_on_shared_connections();
    // In two layers of TLS, libcurl 7.74 would let HTTP/2 wait until the deadline.
    $spoken = $version === '2.0' && libcurl_tells_of_sending() ? '2' : '1.1';
    $isFirst = true;
    foreach ([$shared, 'GET', $shared] as $method) {
        $answer = $client->request($method, '/x');
        // Over HTTP/1.1, unread bytes could wait in the proxy's TLS, where the check does not see them.
        $due = !$isFirst && $version === '2.0' && connections_through_proxies(1) === 0;
        echo '  ', $answer['method'] === $method ? '' : 'not ', "{$answer['target']}, ", $client->lastResponse()['reused_connection'] === $due ? 'tunnel as expected' : 'ANOTHER TUNNEL';
        echo $client->lastResponse()['http_version'] === $spoken ? '' : ', ANOTHER VERSION', "\n";
        $isFirst = false;
    }
    (new Client('key', $options + ['pinned_public_key' => $server->pin()]))->request($shared, '/x');
    echo "  a pin is for the API's key, not the proxy's\n";
    foreach (['the API alone' => $server->caFile, 'the proxy alone' => $proxy->caFile] as $name => $file) {
        echo "  a ca_file for {$name}: ";
        expect_nothing_sent(static fn () => (new Client('key', ['ca_file' => $file] + $options))->request('POST', '/x'));
    }
    foreach (['expired', 'wrong-host', 'untrusted'] as $fault) {
        $bad = proxy('--tls', '--cert', $fault);
        echo "  a proxy whose certificate is {$fault}: ";
        expect_nothing_sent(static fn () => (new Client('key', $server->options(['proxy' => $bad->baseUri, 'ca_file' => both($server, $bad), 'retries' => 0])))->request('POST', '/x'));
        echo "  requests it received: {$bad->counts()['requests']}\n";
        $bad->stop();
    }
    $headers = array_unique(array_merge(...array_map(static fn (array $entry): array => array_keys($entry['headers']), $proxy->log())));
    sort($headers);
    echo '  the proxy saw: ', implode(', ', array_unique(array_column($proxy->log(), 'method'))), ' with ', implode(', ', $headers), "\n";
    $server->report(4, $version === '2.0' ? connections_through_proxies(2) : 2);
    array_map(static fn (Server $each) => $each->stop(), [$server, $proxy]);
}
?>
--EXPECTF--
HTTP/1.1
  /x, tunnel as expected
  /x, tunnel as expected
  /x, tunnel as expected
  a pin is for the API's key, not the proxy's
  a ca_file for the API alone: Aurpay\TransportException: POST /x failed: the certificate of the proxy 127.0.0.1:PORT is not signed by a CA in %s; set the option ca_file to the file of its CA; nothing was sent
  a ca_file for the proxy alone: Aurpay\TransportException: POST /x failed: %s; nothing was sent
  a proxy whose certificate is expired: Aurpay\TransportException: POST /x failed: the certificate of the proxy 127.0.0.1:PORT, or of one of its issuers, has expired, unless this machine's clock (%s) is wrong; nothing was sent
  requests it received: 0
  a proxy whose certificate is wrong-host: Aurpay\TransportException: POST /x failed: the certificate of the proxy 127.0.0.1:PORT is not valid for the name 127.0.0.1; check the option proxy; nothing was sent
  requests it received: 0
  a proxy whose certificate is untrusted: Aurpay\TransportException: POST /x failed: the certificate of the proxy 127.0.0.1:PORT is not signed by a CA in %s; set the option ca_file to the file of its CA; nothing was sent
  requests it received: 0
  the proxy saw: CONNECT with host, proxy-authorization, proxy-connection, user-agent
nginx: 4 requests on 2 connections, HTTP/1.1
HTTP/2.0
  /x, tunnel as expected
  /x, tunnel as expected
  /x, tunnel as expected
  a pin is for the API's key, not the proxy's
  a ca_file for the API alone: Aurpay\TransportException: POST /x failed: the certificate of the proxy 127.0.0.1:PORT is not signed by a CA in %s; set the option ca_file to the file of its CA; nothing was sent
  a ca_file for the proxy alone: Aurpay\TransportException: POST /x failed: %s; nothing was sent
  a proxy whose certificate is expired: Aurpay\TransportException: POST /x failed: the certificate of the proxy 127.0.0.1:PORT, or of one of its issuers, has expired, unless this machine's clock (%s) is wrong; nothing was sent
  requests it received: 0
  a proxy whose certificate is wrong-host: Aurpay\TransportException: POST /x failed: the certificate of the proxy 127.0.0.1:PORT is not valid for the name 127.0.0.1; check the option proxy; nothing was sent
  requests it received: 0
  a proxy whose certificate is untrusted: Aurpay\TransportException: POST /x failed: the certificate of the proxy 127.0.0.1:PORT is not signed by a CA in %s; set the option ca_file to the file of its CA; nothing was sent
  requests it received: 0
  the proxy saw: CONNECT with host, proxy-authorization, proxy-connection, user-agent
nginx: 4 requests on 2 connections, HTTP/%s
