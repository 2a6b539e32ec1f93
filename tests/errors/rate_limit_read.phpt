--TEST--
A rate-limited read waits for Retry-After and is retried; when the wait would pass the deadline, the call ends at once
--FILE--
<?php

namespace AurpayTest;

use Aurpay\RateLimitException;

require __DIR__ . '/answers.inc';

$limited = ['status' => 429, 'headers' => ['Retry-After' => '1'], 'body' => '{"code":429,"result":false}'];
$recorder = new Recorder($limited, success('["second"]'));
$start = microtime(true);
show($recorder->client()->orders()->fiatCurrencies());
var_dump(microtime(true) - $start >= 0.99, count($recorder->requests));

$recorder = new Recorder(['headers' => ['Retry-After' => '3600']] + $limited);
$start = microtime(true);
$exception = caught(static fn () => $recorder->client('key', ['timeout' => 5])->orders()->fiatCurrencies());
var_dump(microtime(true) - $start < 20, count($recorder->requests), $exception instanceof RateLimitException, $exception->retryAfter);
echo $exception->getMessage(), "\n";

$exception = caught(static fn () => (new Recorder($limited))->client('key', ['timeout' => 0.9])->orders()->fiatCurrencies());
echo $exception->getMessage(), "\n";
?>
--EXPECT--
['second']
bool(true)
int(2)
bool(true)
int(1)
bool(true)
int(3600)
GET /api/order/pay/real-currency was refused: no reason given (code 429, HTTP status 429); there was no further retry: the server asks to wait 3600 seconds, longer than the timeout allows
GET /api/order/pay/real-currency was refused: no reason given (code 429, HTTP status 429); there was no further retry: the server asks to wait 1 second, longer than the timeout allows
