--TEST--
A pay URL, an access token or an API key in an answer that settles nothing is in no exception: they give access to money
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/leak.inc';

$payUrl = 'https://dashboard.aurpay.net/#/cashier/choose?token=' . SECRETS['pay token'];
$answer = static fn (string $data): Recorder => new Recorder(['status' => 500] + success($data));
leaks('pay URL', thrown_by(static fn () => $answer(json_encode(['pay_url' => $payUrl]))->client()->orders()->createPayUrl(['price' => 1, 'currency' => 'USD'])));
leaks('access token', thrown_by(static fn () => Client::login('user', 'hunter2', ['handler' => $answer('{"access_token":"' . SECRETS['access token'] . '","expire":1}')])));
leaks('API key', thrown_by(static fn () => $answer('{"api_key":"' . SECRETS['api key'] . '"}')->client(Credentials::accessToken('x'), ['retries' => 0])->fetchApiKey()));
// null is no secret.
show(thrown_by(static fn () => $answer('{"api_key":null,"access_token":null,"pay_url":null}')->client('credential')->orders()->refund('1'))->response['data']);
?>
--EXPECT--
pay URL: fine
access token: fine
API key: fine
[api_key: NULL, access_token: NULL, pay_url: NULL]
