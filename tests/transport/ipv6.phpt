--TEST--
IPv6: a base URI with brackets, TLS with a certificate for ::1, over HTTP/1.1 and HTTP/2, plain http, and through a proxy
--SKIPIF--
<?php

if (!@stream_socket_server('tcp://[::1]:0')) {
    die('skip this machine has no IPv6');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$stranger = fault_server('--tls', '--cert', 'wrong-host');
foreach (['1.1' => '--http1', '2.0' => null] as $version => $option) {
    $server = nginx(...array_filter([$option]));
    $options = $server->options(['base_uri' => "https://[::1]:{$server->port()}", 'retries' => 0]);
    $client = new Client('key', $options);
    foreach ([method_on_shared_connections(), 'GET'] as $method) {
        $answer = $client->request($method, '/x?a=b');
        echo $answer['method'] === $method ? '' : 'not ', "{$answer['target']}, HTTP/", $client->lastResponse()['http_version'], "\n";
    }
    $server->report(2);
    (new Client('key', $options + ['pinned_public_key' => $server->pin()]))->request('POST', '/pinned');
    expect_nothing_sent(static fn () => (new Client('key', ['ca_file' => $stranger->caFile] + $options))->request('POST', '/x'));
    $proxy = proxy();
    (new Client('key', $options + ['proxy' => $proxy->baseUri]))->request('POST', '/proxied');
    say('through the proxy: ' . implode(', ', array_column($proxy->log(), 'target')));
    $proxy->stop();
    $server->stop();
}

echo "plain http on loopback\n";
$listener = stream_socket_server('tcp://[::1]:0');
$client = new Client('key', ['base_uri' => 'http://' . stream_socket_get_name($listener, false), 'timeout' => 0.5, 'retries' => 0]);
throws(static fn () => $client->request('POST', '/x'));
$request = (string) fread(stream_socket_accept($listener), 4096);
say(strtok($request, "\r\n") . ', ' . preg_replace('~.*^(Host: [^\r]*).*~ms', '$1', $request));

echo "and nobody there\n";
$name = stream_socket_get_name($listener, false);
fclose($listener);
expect_nothing_sent(static fn () => (new Client('key', ['base_uri' => "https://{$name}"]))->request('POST', '/x'));
foreach (['http://[::2]', 'https://[::1', 'https://::1', 'https://[::1]x'] as $uri) {
    throws(static fn () => new Client('key', ['base_uri' => $uri]));
}
$stranger->stop();
?>
--EXPECTF--
/x?a=b, HTTP/1.1
/x?a=b, HTTP/1.1
nginx: 2 requests on 1 connections, HTTP/1.1
Aurpay\TransportException: POST /x failed: the certificate of [::1]:PORT is not signed by a CA in %s; set the option ca_file to the file of its CA; nothing was sent
through the proxy: [::1]:PORT
/x?a=b, HTTP/2
/x?a=b, HTTP/2
nginx: 2 requests on 1 connections, HTTP/2.0
Aurpay\TransportException: POST /x failed: the certificate of [::1]:PORT is not signed by a CA in %s; set the option ca_file to the file of its CA; nothing was sent
through the proxy: [::1]:PORT
plain http on loopback
Aurpay\OutcomeUnknownException: POST /x may have been executed: %s
POST /x HTTP/1.1, Host: [::1]:PORT
and nobody there
Aurpay\TransportException: POST /x failed: %s; nothing was sent
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be an absolute https URL (http only on a loopback address) without user, query or fragment
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be an absolute https URL (http only on a loopback address) without user, query or fragment
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be an absolute https URL (http only on a loopback address) without user, query or fragment
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "base_uri" must be an absolute https URL (http only on a loopback address) without user, query or fragment
