--TEST--
A failure at a proxy is told apart from a failure at the server behind it, and the proxy's password is never shown
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/faults.inc';

$server = fault_server('--tls');
$read = static fn (string $proxy, array $options = []): array
    => (new Client('key', ['proxy' => $proxy] + $options + $server->options(['retries' => 0])))->orders()->detail('1');
$said = [];
$tell = static function (string $label, Server|string $proxy, string $user = '', array $options = []) use ($read, &$said): void {
    $uri = is_string($proxy) ? $proxy : $proxy->baseUri;
    $said[] = tell($label, static fn () => $read(str_replace('://', "://{$user}", $uri), $options))->getMessage();
};

$tell('no such name', 'http://no-such-proxy.invalid:3128', 'user:pass-word@');
$gone = fault_server();
$gone->vanish();
$tell('nobody listens', $gone->baseUri, 'user:pass-word@');

$guarded = proxy('--require', 'user:pass-word');
$tell('without a password', $guarded);
$tell('with a wrong one', $guarded, 'user:pass-wort@');
$tell('the server is down', $guarded, 'user:pass-word@', ['base_uri' => "https://127.0.0.1:{$gone->port()}"]);
$tell('another host', $guarded, 'user:pass-word@', ['base_uri' => 'https://server.example']);
$tell('hangs up', proxy('--behaviour', 'close'));
$expired = fault_server('--cert', 'expired');
$tell('the server is expired', $guarded, 'user:pass-word@', $expired->options());
$server->script('close');
$tell('the server hangs up', $guarded, 'user:pass-word@');

$secure = proxy('--tls');
$tell('unknown CA', $secure, 'user:pass-word@');
foreach (['expired', 'wrong-host'] as $fault) {
    $bad = proxy('--cert', $fault);
    $tell($fault, $bad, 'user:pass-word@', ['ca_file' => $bad->caFile]);
}
$plain = new BytesServer('answer', "HTTP/1.1 400 Bad Request\r\n\r\n");
$tell('speaks plain http', "https://127.0.0.1:{$plain->port}");
// A TLS alert: handshake_failure.
$refusing = new BytesServer('answer', "\x15\x03\x03\x00\x02\x02\x28");
$tell('refuses the handshake', "https://127.0.0.1:{$refusing->port}");
// The port is libcurl's default; a program may listen there.
try {
    $read('http://127.0.0.1', ['connect_timeout' => 1]);
} catch (\Aurpay\TransportException $exception) {
    var_dump(str_contains($exception->getMessage(), 'the proxy 127.0.0.1:1080 '));
}
var_dump(str_contains(implode($said), 'pass-wor'), str_contains(implode($said), 'user:'));
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECTF--
no such name: proxy
    GET /api/v2/order/detail/1 failed: the name no-such-proxy.invalid could not be resolved; check the option proxy
nobody listens: proxy
    GET /api/v2/order/detail/1 failed: the proxy 127.0.0.1:PORT refused the connection; check the option proxy
without a password: proxy
    GET /api/v2/order/detail/1 failed: the proxy 127.0.0.1:PORT refused to connect to 127.0.0.1:PORT with HTTP status 407; it requires a user and a password, and the option proxy has none
with a wrong one: proxy
    GET /api/v2/order/detail/1 failed: the proxy 127.0.0.1:PORT refused to connect to 127.0.0.1:PORT with HTTP status 407; the user or the password in the option proxy is wrong
the server is down: proxy
    GET /api/v2/order/detail/1 failed: the proxy 127.0.0.1:PORT refused to connect to 127.0.0.1:PORT with HTTP status 502
another host: proxy
    GET /api/v2/order/detail/1 failed: the proxy 127.0.0.1:PORT refused to connect to server.example:443 with HTTP status 403
hangs up: proxy
    GET /api/v2/order/detail/1 failed: the connection was lost before the proxy 127.0.0.1:PORT answered (%s)
the server is expired: certificate_expired
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT, or of one of its issuers, has expired, unless this machine's clock (NOW) is wrong
the server hangs up: lost
    GET /api/v2/order/detail/1 failed: the connection was lost before 127.0.0.1:PORT answered (%s)
unknown CA: proxy
    GET /api/v2/order/detail/1 failed: the certificate of the proxy 127.0.0.1:PORT is not signed by a CA in FOLDER/trusted.pem (%s); set the option ca_file to the file of its CA
expired: proxy
    GET /api/v2/order/detail/1 failed: the certificate of the proxy 127.0.0.1:PORT, or of one of its issuers, has expired, unless this machine's clock (NOW) is wrong
wrong-host: proxy
    GET /api/v2/order/detail/1 failed: the certificate of the proxy 127.0.0.1:PORT is not valid for the name 127.0.0.1; check the option proxy
speaks plain http: proxy
    GET /api/v2/order/detail/1 failed: the proxy 127.0.0.1:PORT does not speak TLS on this port, but perhaps plain http (%swrong version number); check the port in the option proxy
refuses the handshake: proxy
    GET /api/v2/order/detail/1 failed: the TLS handshake with the proxy 127.0.0.1:PORT failed (%s)
bool(true)
bool(false)
bool(false)
requests: 1
