--TEST--
A client that cannot connect says that the environment's proxy is not used, without its value; one that can connect, or has the option proxy, does not
--ENV--
HTTPS_PROXY=http://user:a-password@127.0.0.1:9/
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportException;

require __DIR__ . '/../support/harness.php';

$socket = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($socket, false);
fclose($socket);
$tell = static function (string $what, array $options) use ($address): void {
    try {
        (new Client('key', $options + ['retries' => 0]))->orders()->detail('1');
    } catch (TransportException $exception) {
        echo $what, ': ', str_replace($address, 'ADDRESS', $exception->getMessage()), "\n";
    }
};

$tell('refused', ['base_uri' => "https://{$address}"]);
putenv('HTTPS_PROXY');
putenv('all_proxy=socks5://127.0.0.1:9');
$tell('all_proxy', ['base_uri' => "https://{$address}"]);
$tell('option proxy', ['base_uri' => 'https://shop.example', 'proxy' => "http://{$address}"]);
putenv('all_proxy=');
$tell('empty', ['base_uri' => "https://{$address}"]);
putenv('all_proxy=socks5://127.0.0.1:9');
$server = fault_server();
$server->script('close');
$tell('connected', $server->options());
?>
--EXPECTF--
refused: GET /api/v2/order/detail/1 failed: ADDRESS refused the connection; check the option base_uri; the proxy in the environment variable HTTPS_PROXY is not used: set the option proxy; nothing was sent
all_proxy: GET /api/v2/order/detail/1 failed: ADDRESS refused the connection; check the option base_uri; the proxy in the environment variable all_proxy is not used: set the option proxy; nothing was sent
option proxy: GET /api/v2/order/detail/1 failed: the proxy ADDRESS refused the connection; check the option proxy; nothing was sent
empty: GET /api/v2/order/detail/1 failed: ADDRESS refused the connection; check the option base_uri; nothing was sent
connected: GET /api/v2/order/detail/1 failed: the connection was lost before %s answered (%s)
