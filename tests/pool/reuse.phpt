--TEST--
Clients with the same TLS settings share a connection, whatever their other options, over HTTP/1.1 and HTTP/2
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/harness.php';

final class Logger
{
    public function log(mixed $level, string|\Stringable $message, array $context = []): void {}
}

foreach (['--http1', null] as $option) {
    $server = nginx(...array_filter([$option]));
    $terms = $server->options(['pinned_public_key' => $server->pin()]);
    $clients = [
        new Client('key', $terms),
        new Client('another key', $terms),
        new Client(Credentials::signature('token', 'secret'), ['timeout' => 5, 'connect_timeout' => 5] + $terms),
        new Client(Credentials::accessToken('token'), ['retries' => 0, 'user_agent' => 'shop/1.0'] + $terms),
        new Client('key', ['max_response_bytes' => 2000, 'logger' => new Logger()] + $terms),
        new Client('key', ['base_uri' => $server->baseUri . '/below'] + $terms),
        new AzPays\Client('token', $terms),
    ];
    foreach ($clients as $number => $client) {
        if ($client instanceof Client) {
            $client->request(method_on_shared_connections(), "/post/{$number}");
            $client->request('GET', "/get/{$number}");
        } else {
            throws(static fn () => $client->purses());
        }
        unset($client);
    }
    $server->report(13);
    $server->stop();
}
['requests' => $requests, 'connections_opened' => $opened, 'connections_reused' => $reused] = Client::stats();
echo "extension: {$requests} requests, {$opened} opened, {$reused} reused\n";
?>
--EXPECTF--
Aurpay\ResponseException: %s
nginx: 13 requests on 1 connections, HTTP/1.1
Aurpay\ResponseException: %s
nginx: 13 requests on 1 connections, HTTP/2.0
extension: 26 requests, 2 opened, 24 reused
