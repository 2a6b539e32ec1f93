--TEST--
The comparison of the clocks in numbers: the answer's Date has whole seconds, so the clocks agree within one second at best
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/answers.inc';

foreach ([0, 3, -3, 300, -300] as $ahead) {
    // The request has the time of the client's clock, so the answer is dated by the same.
    $answer = static fn (string $method, string $target, array $headers): array => [
        'status' => 401,
        'headers' => ['Date' => gmdate('D, d M Y H:i:s \G\M\T', strtotime($headers['Date']) + $ahead)],
        'body' => '{"code":401,"result":false,"message":"Signature error"}',
    ];
    $client = new \Aurpay\Client(Credentials::signature('token', 'secret'), ['handler' => $answer]);
    $exception = caught(static fn () => $client->orders()->refund('1'));
    $difference = abs($exception->clockDifference - $ahead) <= 1 ? 'as it is' : $exception->clockDifference;
    echo "{$difference}", strstr($exception->getMessage(), ';'), "\n";
}
?>
--EXPECT--
as it is; the clocks agree within 1 second, so check the token, the secret and the algorithm
as it is; the clocks agree within 4 seconds, so check the token, the secret and the algorithm
as it is; the clocks agree within 4 seconds, so check the token, the secret and the algorithm
as it is; this machine's clock is 300 seconds behind the server's
as it is; this machine's clock is 300 seconds ahead of the server's
