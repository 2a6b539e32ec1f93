<?php

/*
 * A shop with the extension on another machine than the gateway. Both speak https: the gateway with the sandbox's CA, the
 * shop with a certificate that the gateway verifies.
 *
 * ./dev demo --other-machine runs it in network namespaces. It needs in the environment: SANDBOX, a file with the line of
 * JSON that the sandbox printed; AURPAY_SHOP_URL; AURPAY_SHOP_CERTIFICATE and AURPAY_SHOP_KEY.
 */

declare(strict_types=1);

namespace AurpayExample\OtherMachine;

use Aurpay\Callback;
use Aurpay\Client;

function setting(string $name): string
{
    return getenv($name) ?: throw new \RuntimeException("{$name} is missing in the environment");
}

/**
 * The next callback: its target, headers and body.
 *
 * @return array{string, array<string, string>, string}
 */
function callback(mixed $server): array
{
    $connection = is_resource($server) ? stream_socket_accept($server, 120.0) : false;
    if ($connection === false) {
        throw new \RuntimeException('No callback came');
    }
    $target = explode(' ', (string) fgets($connection))[1] ?? '';
    $headers = [];
    while (($line = trim((string) fgets($connection))) !== '') {
        [$name, $value] = explode(':', $line, 2) + [1 => ''];
        $headers[strtolower($name)] = trim($value);
    }
    $length = (int) ($headers['content-length'] ?? 0);
    $body = $length > 0 ? (string) stream_get_contents($connection, $length) : '';
    fwrite($connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    fclose($connection);

    return [$target, $headers, $body];
}

/** @var array<string, string> $sandbox */
$sandbox = json_decode((string) file_get_contents(setting('SANDBOX')), true, flags: JSON_THROW_ON_ERROR);
$shop = setting('AURPAY_SHOP_URL');
$context = stream_context_create(['ssl' => [
    'local_cert' => setting('AURPAY_SHOP_CERTIFICATE'),
    'local_pk' => setting('AURPAY_SHOP_KEY'),
]]);
$address = 'tls://0.0.0.0:' . parse_url($shop, PHP_URL_PORT);
$server = stream_socket_server($address, $number, $reason, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);

$client = new Client($sandbox['api_key'], ['base_uri' => $sandbox['base_uri'], 'ca_file' => $sandbox['ca_file']]);
$info = $client->orders()->createPayInfo([
    'chain' => 'ETH',
    'currency' => 'USDT-ERC20',
    'vs_price' => '19.99',
    'vs_currency' => 'USD',
    'callback_url' => "{$shop}/callback?order=1001",
    'enable_post_callback' => true,
]);
$last = $client->lastResponse();
echo "shop: made {$info['order_id']} at {$sandbox['base_uri']} over https, HTTP/", $last['http_version'] ?? '?', "\n";
echo "shop: pay_url {$info['pay_url']}\n";

[$target, $headers, $body] = callback($server);
$told = (new Callback($sandbox['callback_token'], $sandbox['callback_secret']))->verify($shop . $target, $headers, $body);
echo "shop: {$target} was called over https, the signature is right\n";
$order = $client->orders()->confirm(is_string($told['order_id'] ?? null) ? $told['order_id'] : '', '19.99', 'USD');
echo "shop: {$order['order_id']} is {$order['status']}: {$order['vs_price']} {$order['vs_currency']}\n";
