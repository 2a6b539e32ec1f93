--TEST--
RateLimitException: 429 means not executed, for any method; retryAfter is in seconds, read from a number or an HTTP date
--FILE--
<?php

namespace AurpayTest;

use Aurpay\RateLimitException;

require __DIR__ . '/answers.inc';

$date = static fn (int $seconds): string => gmdate('D, d M Y H:i:s \G\M\T', time() + $seconds);
foreach ([
    'none' => null, 'zero' => '0', 'number' => '120', 'blanks' => ' 7 ', 'date' => $date(90), 'date that passed' => $date(-90), 'nonsense' => 'soon', 'negative' => '-5', 'fraction' => '1.5', 'empty' => '', 'huge' => '99999999999999999999',
] as $name => $value) {
    $answer = ['status' => 429, 'body' => '{"code":429,"result":false,"message":"slow down"}'] + ($value === null ? [] : ['headers' => ['Retry-After' => $value]]);
    $recorder = new Recorder($answer);
    $exception = caught(static fn () => $recorder->client()->orders()->refund('1'));
    $after = $exception instanceof RateLimitException ? $exception->retryAfter : $exception::class;
    echo $name, ': ', is_int($after) && $after > 85 && $after < 91 ? 'about 90' : (is_int($after) && $after > 1000000 ? 'very long' : describe($after)), ', ', count($recorder->requests), " request\n";
}
echo $exception->getMessage(), ' ', $exception->getCode(), ' ', $exception->httpStatus, "\n";
?>
--EXPECT--
none: NULL, 1 request
zero: 0, 1 request
number: 120, 1 request
blanks: 7, 1 request
date: about 90, 1 request
date that passed: 0, 1 request
nonsense: NULL, 1 request
negative: NULL, 1 request
fraction: NULL, 1 request
empty: NULL, 1 request
huge: very long, 1 request
POST /api/v2/order/refund/1 was refused: slow down (code 429, HTTP status 429) 429 429
