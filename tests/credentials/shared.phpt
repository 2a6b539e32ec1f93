--TEST--
One Credentials object serves many clients, and a client keeps what it needs when the object is freed
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder();
$credentials = Credentials::apiKey('shared-key');
$first = $recorder->client($credentials);
$second = $recorder->client($credentials);
$gone = \WeakReference::create($credentials);
unset($credentials);
var_dump($gone->get());
$first->orders()->fiatCurrencies();
unset($first);
$second->orders()->fiatCurrencies();
foreach ($recorder->requests as $request) {
    echo $request['headers']['API-Key'], "\n";
}
?>
--EXPECT--
NULL
shared-key
shared-key
