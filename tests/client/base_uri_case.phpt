--TEST--
The scheme of the base URI may be in upper case, as RFC 3986 has it
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

foreach ([['--tls'], []] as $arguments) {
    $server = fault_server(...$arguments);
    [$scheme, $rest] = explode('://', $server->baseUri);
    $client = new Client('key', ['base_uri' => strtoupper($scheme) . '://' . $rest] + $server->options());
    echo strtoupper($scheme), ': ';
    throws(static fn () => print($client->request('GET', '/x')['target'] . ' '));
    $server->stop();
}
?>
--EXPECT--
HTTPS: /x nothing was thrown
HTTP: /x nothing was thrown
