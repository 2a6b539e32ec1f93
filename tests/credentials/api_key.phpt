--TEST--
An API key, given as a string or as Credentials, is sent in the header API-Key, and no other header identifies the caller
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder();
$recorder->client('NhIYPcP532ICwoAs3K9RwqnCijaFLAEzFABp63Qr_XA')->orders()->fiatCurrencies();
$recorder->client(Credentials::apiKey('NhIYPcP532ICwoAs3K9RwqnCijaFLAEzFABp63Qr_XA'))->orders()->fiatCurrencies();
foreach ($recorder->requests as $request) {
    show($request['headers']);
}
?>
--EXPECT--
[Accept: 'application/json', API-Key: 'NhIYPcP532ICwoAs3K9RwqnCijaFLAEzFABp63Qr_XA']
[Accept: 'application/json', API-Key: 'NhIYPcP532ICwoAs3K9RwqnCijaFLAEzFABp63Qr_XA']
