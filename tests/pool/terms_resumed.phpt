--TEST--
Only clients with the same settings resume a TLS session; a session lets no other client past its own ca_file or pin
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$stranger = fault_server('--tls');
foreach ([null, '1.2'] as $version) {
    $server = fault_server('--tls', ...($version ? ['--max-tls', $version] : []));
    $plain = $server->options(['retries' => 0]);
    $clients = [
        'the same settings' => $plain,
        'another ca_file' => ['ca_file' => $stranger->caFile] + $plain,
        "the system's authorities" => ['base_uri' => $server->baseUri],
        'a pin that does not match' => ['pinned_public_key' => 'sha256//' . base64_encode(hash('sha256', 'x', true))] + $plain,
        'a pin that matches' => ['pinned_public_key' => $server->pin()] + $plain,
        'the same pin' => ['pinned_public_key' => $server->pin()] + $plain,
        'the first settings' => $plain,
    ];
    // The server closes every connection after its answer, so that only TLS sessions remain.
    $server->default(['do' => 'answer', 'close' => true]);
    (new Client('key', $plain))->request('GET', '/first');
    foreach ($clients as $name => $options) {
        $server->reset();
        $server->default(['do' => 'answer', 'close' => true]);
        try {
            (new Client('key', $options))->request('POST', '/x');
            $tls = $server->log()[0]['tls'];
            echo "{$name}: {$tls['version']}, ", $tls['resumed'] ? 'resumed' : 'a new session', "\n";
        } catch (\Aurpay\AurpayException $exception) {
            fault_before_sending($exception);
            echo "{$name}: refused, {$server->counts()['requests']} requests\n";
        }
    }
    $server->stop();
}
$stranger->stop();
?>
--EXPECT--
the same settings: TLSv1.3, resumed
another ca_file: refused, 0 requests
the system's authorities: refused, 0 requests
a pin that does not match: refused, 0 requests
a pin that matches: TLSv1.3, a new session
the same pin: TLSv1.3, resumed
the first settings: TLSv1.3, resumed
the same settings: TLSv1.2, resumed
another ca_file: refused, 0 requests
the system's authorities: refused, 0 requests
a pin that does not match: refused, 0 requests
a pin that matches: TLSv1.2, a new session
the same pin: TLSv1.2, resumed
the first settings: TLSv1.2, resumed
