--TEST--
A one-time password or card number that a server echoes as a number is masked too, as the value and as the name of a member
--FILE--
<?php

namespace AurpayTest;

use Aurpay\ApiException;
use Aurpay\EnayaPay;

require __DIR__ . '/../support/recorder.php';

$body = '{"details":{"user_otp":[987654,98765,"987654"],"987654":{"987654":1},"1987654":2},"response_code":0}';
$client = new EnayaPay\Client('key', ['handler' => static function () use (&$body): array {
    return ['status' => 400, 'body' => $body];
}]);
try {
    $client->verify(['user_phone' => '0912345678', 'user_otp' => '987654']);
} catch (ApiException $exception) {
    show($exception->response);
}
$body = '{"response_code":-7,"pan":4111111111111111,"4111111111111111":"no card"}';
try {
    $client->balance('user-token', ['pan' => '4111111111111111', 'ipin' => '0000', 'uuid' => 'u', 'expiration_date' => '2512']);
} catch (ApiException $exception) {
    show($exception->response);
}
?>
--EXPECT--
[details: [user_otp: ['***', 98765, '***'], ***: [***: 1], 1987654: 2], response_code: 0]
[response_code: -7, pan: '***', ***: 'no card']
