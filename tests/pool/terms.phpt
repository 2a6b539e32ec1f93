--TEST--
A connection never serves a client whose ca_file or pin it was not verified with: that client is refused although a warm connection exists, over HTTP/1.1 and HTTP/2
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AurpayException;
use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

function attempt(string $name, array $options): void
{
    $client = new Client('key', ['retries' => 0] + $options);
    foreach (['GET' => 'GET', 'POST' => method_on_shared_connections()] as $call => $method) {
        try {
            $client->request($method, '/x');
            $outcome = 'success';
        } catch (AurpayException $exception) {
            fault_before_sending($exception);
            $outcome = 'refused';
        }
        echo "  {$name}, {$call}: {$outcome}, ", $client->lastResponse()['reused_connection'] ? 'reused' : 'not reused', "\n";
    }
}

// A CA that did not sign the server's certificate; below, a copy of the CA that did.
$stranger = fault_server('--tls');
foreach (['1.1' => '--http1', '2.0' => null] as $version => $option) {
    echo "HTTP/{$version}\n";
    $server = nginx(...array_filter([$option]));
    // The copy is removed together with the server's folder.
    $copy = dirname($server->caFile) . '/copy.pem';
    copy($server->caFile, $copy);
    $plain = $server->options();
    $wrongPin = 'sha256//' . base64_encode(hash('sha256', 'another key', true));

    (new Client('key', $plain))->request('GET', '/warm');
    attempt('the same terms', $plain);
    attempt('another ca_file', ['ca_file' => $stranger->caFile] + $plain);
    attempt("the system's authorities", ['base_uri' => $server->baseUri]);
    attempt('a pin that does not match', ['pinned_public_key' => $wrongPin] + $plain);
    attempt('a pin that matches', ['pinned_public_key' => $server->pin()] + $plain);
    attempt('the same authority in another file', ['ca_file' => $copy] + $plain);
    // Now all these connections are warm, and the outcomes are still the same.
    attempt('a pin that does not match', ['pinned_public_key' => $wrongPin] + $plain);
    attempt('another ca_file and the pin that matches', ['ca_file' => $stranger->caFile, 'pinned_public_key' => $server->pin()] + $plain);
    attempt('the same terms', $plain);
    $server->report(9);
    $server->stop();
}
$stranger->stop();
?>
--EXPECT--
HTTP/1.1
  the same terms, GET: success, reused
  the same terms, POST: success, reused
  another ca_file, GET: refused, not reused
  another ca_file, POST: refused, not reused
  the system's authorities, GET: refused, not reused
  the system's authorities, POST: refused, not reused
  a pin that does not match, GET: refused, not reused
  a pin that does not match, POST: refused, not reused
  a pin that matches, GET: success, not reused
  a pin that matches, POST: success, reused
  the same authority in another file, GET: success, not reused
  the same authority in another file, POST: success, reused
  a pin that does not match, GET: refused, not reused
  a pin that does not match, POST: refused, not reused
  another ca_file and the pin that matches, GET: refused, not reused
  another ca_file and the pin that matches, POST: refused, not reused
  the same terms, GET: success, reused
  the same terms, POST: success, reused
nginx: 9 requests on 3 connections, HTTP/1.1
HTTP/2.0
  the same terms, GET: success, reused
  the same terms, POST: success, reused
  another ca_file, GET: refused, not reused
  another ca_file, POST: refused, not reused
  the system's authorities, GET: refused, not reused
  the system's authorities, POST: refused, not reused
  a pin that does not match, GET: refused, not reused
  a pin that does not match, POST: refused, not reused
  a pin that matches, GET: success, not reused
  a pin that matches, POST: success, reused
  the same authority in another file, GET: success, not reused
  the same authority in another file, POST: success, reused
  a pin that does not match, GET: refused, not reused
  a pin that does not match, POST: refused, not reused
  another ca_file and the pin that matches, GET: refused, not reused
  another ca_file and the pin that matches, POST: refused, not reused
  the same terms, GET: success, reused
  the same terms, POST: success, reused
nginx: 9 requests on 3 connections, HTTP/2.0
