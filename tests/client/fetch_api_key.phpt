--TEST--
fetchApiKey() is a GET with the bearer token, and returns key and user id
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder(success('{"api_key":"NhIYPcP532ICwoAs3K9RwqnCijaFLAEzFABp63Qr_XA","user_id":"mct-7ba8e05b4fa4"}'));
show($recorder->client(Credentials::accessToken('the.access.token'))->fetchApiKey());
$recorder->show();
?>
--EXPECT--
[api_key: 'NhIYPcP532ICwoAs3K9RwqnCijaFLAEzFABp63Qr_XA', user_id: 'mct-7ba8e05b4fa4']
GET /api/plugin/key
