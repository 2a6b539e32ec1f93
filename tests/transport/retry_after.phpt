--TEST--
The wait that Retry-After asks for happens within the timeout; when it would pass the deadline, the call ends at once
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\RateLimitException;

require __DIR__ . '/../support/harness.php';

$server = fault_server();
$client = new Client('key', $server->options(['timeout' => 10]));
$limited = static fn (string $after): array => [
    'do' => 'answer', 'status' => 429, 'headers' => ['Retry-After' => $after], 'body' => '', 'execute' => false,
];

$server->script($limited('1'));
echo $client->orders()->detail('1')['target'], ', retries: ', $client->lastResponse()['retries'], "\n";

foreach (['3600', gmdate('D, d M Y H:i:s', time() + 3600) . ' GMT'] as $after) {
    $server->reset();
    $server->script($limited($after));
    $exception = expect_exception(static fn () => $client->orders()->detail('1'), RateLimitException::class);
    var_dump($exception->retryAfter > 3500 && $exception->retryAfter <= 3600);
    echo 'requests: ', $server->counts()['requests'], "\n";
}
$server->stop();
?>
--EXPECT--
/api/v2/order/detail/1, retries: 1
Aurpay\RateLimitException: GET /api/v2/order/detail/1 was refused: no reason given (code 0, HTTP status 429); there was no further retry: the server asks to wait N seconds, longer than the timeout allows
bool(true)
requests: 1
Aurpay\RateLimitException: GET /api/v2/order/detail/1 was refused: no reason given (code 0, HTTP status 429); there was no further retry: the server asks to wait N seconds, longer than the timeout allows
bool(true)
requests: 1
