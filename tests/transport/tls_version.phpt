--TEST--
A server without TLS 1.2 or later is refused, whether it says so or silently chooses an older version
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/faults.inc';

// A ServerHello with version 3.x, a random, no session, TLS_RSA_WITH_AES_128_CBC_SHA, no compression.
$serverHello = static function (int $minor): string {
    $hello = "\x03" . chr($minor) . str_repeat("\x11", 32) . "\x00\x00\x2f\x00";
    $message = "\x02\x00" . pack('n', strlen($hello)) . $hello;

    return "\x16\x03" . chr($minor) . pack('n', strlen($message)) . $message;
};
$answers = [
    'TLS 1.0' => $serverHello(1),
    'TLS 1.1' => $serverHello(2),
    'SSL 3' => $serverHello(0),
    'alert protocol_version' => "\x15\x03\x01\x00\x02\x02\x46",
    'alert handshake_failure' => "\x15\x03\x03\x00\x02\x02\x28",
    'plain text' => "HTTP/1.1 400 Bad Request\r\n\r\n",
];
foreach ($answers as $label => $answer) {
    $server = new BytesServer('answer', $answer);
    $client = new Client('key', ['base_uri' => "https://127.0.0.1:{$server->port}", 'retries' => 0]);
    tell($label, static fn () => $client->orders()->detail('1'));
}
?>
--EXPECTF--
TLS 1.0: tls_version
    GET /api/v2/order/detail/1 failed: 127.0.0.1:PORT does not support TLS 1.2 or later (%sunsupported protocol)
TLS 1.1: tls_version
    GET /api/v2/order/detail/1 failed: 127.0.0.1:PORT does not support TLS 1.2 or later (%sunsupported protocol)
SSL 3: tls_version
    GET /api/v2/order/detail/1 failed: 127.0.0.1:PORT does not support TLS 1.2 or later (%sunsupported protocol)
alert protocol_version: tls_version
    GET /api/v2/order/detail/1 failed: 127.0.0.1:PORT does not support TLS 1.2 or later (%salert protocol version)
alert handshake_failure: tls
    GET /api/v2/order/detail/1 failed: the TLS handshake with 127.0.0.1:PORT failed (%salert handshake failure)
plain text: tls
    GET /api/v2/order/detail/1 failed: 127.0.0.1:PORT does not speak TLS on this port, but perhaps plain http (%swrong version number); check the port in the option base_uri
