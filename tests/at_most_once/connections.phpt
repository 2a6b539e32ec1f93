--TEST--
All calls share one HTTP/2 connection; where libcurl cannot tell before it sends, each call that is not a read has a fresh HTTP/1.1 connection, which is closed afterwards
--SKIPIF--
<?php

// The sandbox needs php-fpm for TLS.
require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm(false);
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox('--tls');
$client = new Client($sandbox->info('api_key'), $sandbox->options());
$sandbox->control('DELETE', '/requests');

function connection(Client $client): string
{
    $last = $client->lastResponse();

    return "HTTP/{$last['http_version']}, " . ($last['reused_connection'] ? 'reused' : 'new');
}

$client->orders()->fiatCurrencies();
echo connection($client), "\n";
$due = libcurl_tells_of_sending() ? 'HTTP/2, reused' : 'HTTP/1.1, new';
// More calls than the pool keeps idle connections.
foreach (range(1, 10) as $price) {
    $client->orders()->createPayUrl(['price' => $price, 'currency' => 'USD']);
    echo connection($client) === $due ? '.' : connection($client);
}
echo "\n";
$client->orders()->fiatCurrencies();
echo connection($client), "\n";

$connections = [];
foreach ($sandbox->control('GET', '/requests')['requests'] as $request) {
    $connections[$request['connection']][] = "{$request['method']} {$request['protocol']}";
}
$seen = [];
foreach ($connections as $requests) {
    $counts = array_count_values($requests);
    ksort($counts);
    $seen[] = json_encode($counts, JSON_UNESCAPED_SLASHES);
}
$due = libcurl_tells_of_sending()
    ? ['{"GET HTTP/2.0":2,"POST HTTP/2.0":10}' => 1]
    : ['{"GET HTTP/2.0":2}' => 1, '{"POST HTTP/1.1":1}' => 10];
$seen = array_count_values($seen);
ksort($seen);
echo $seen === $due ? 'the server saw the same' : 'the server saw ' . json_encode($seen), "\n";
$sandbox->stop();
?>
--EXPECT--
HTTP/2, new
..........
HTTP/2, reused
the server saw the same
