--TEST--
An access token is sent as a bearer token in Authorization and nowhere else
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder();
$recorder->client(Credentials::accessToken('eyJhbGciOiJIUzI1NiJ9.e30.x_-'))->fetchApiKey();
show($recorder->requests[0]['headers']);
?>
--EXPECT--
[Accept: 'application/json', Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x_-']
