--TEST--
A client without a connection says that the environment's proxy is not used, without its value, unless the host needs none
--ENV--
HTTPS_PROXY=http://user:a-password@127.0.0.1:9/
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportException;

require __DIR__ . '/faults.inc';

$tell = static function (string $what, array $options): void {
    try {
        (new Client('key', $options + ['base_uri' => 'https://no-such-host.invalid', 'retries' => 0]))->orders()->detail('1');
    } catch (TransportException $exception) {
        $message = $exception->getMessage();
        echo $what, ': ', preg_match('~the proxy in the environment.*?set the option proxy~', $message, $matches) ? $matches[0] : 'not mentioned', "\n";
        if (str_contains($message, 'a-password')) {
            echo $message, "\n";
        }
    }
};
$socket = stream_socket_server('tcp://127.0.0.1:0');
$refusing = stream_socket_get_name($socket, false);
fclose($socket);

$tell('HTTPS_PROXY', []);
foreach (['NO_PROXY=*', 'NO_PROXY=localhost,no-such-host.invalid'] as $exception) {
    putenv($exception);
    $tell($exception, []);
}
putenv('NO_PROXY=localhost');
// The lower-case one counts.
foreach (['no_proxy=*', 'no_proxy=another.example'] as $exception) {
    putenv($exception);
    $tell($exception, []);
}
putenv('no_proxy');
$tell('NO_PROXY for another host', []);
$tell('loopback', ['base_uri' => "https://{$refusing}"]);
$tell('http', ['base_uri' => "http://{$refusing}"]);
$tell('option proxy', ['proxy' => "http://{$refusing}"]);
$silent = new BytesServer('silent');
// Not a loopback address to the client; the system connects it all the same.
$tell('TLS timed out', ['base_uri' => "https://0.0.0.0:{$silent->port}", 'connect_timeout' => 0.25]);
putenv('HTTPS_PROXY');
$tell('none', []);
putenv('all_proxy=socks5://127.0.0.1:9');
$tell('all_proxy', []);
putenv('all_proxy=');
$tell('empty', []);
?>
--EXPECT--
HTTPS_PROXY: the proxy in the environment variable HTTPS_PROXY is not used: set the option proxy
NO_PROXY=*: not mentioned
NO_PROXY=localhost,no-such-host.invalid: not mentioned
no_proxy=*: not mentioned
no_proxy=another.example: the proxy in the environment variable HTTPS_PROXY is not used: set the option proxy
NO_PROXY for another host: the proxy in the environment variable HTTPS_PROXY is not used: set the option proxy
loopback: not mentioned
http: not mentioned
option proxy: not mentioned
TLS timed out: not mentioned
none: not mentioned
all_proxy: the proxy in the environment variable all_proxy is not used: set the option proxy
empty: not mentioned
