--TEST--
The option user_agent is the User-Agent header; by default the header names library and version
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
(new Client('key', $server->options()))->orders()->fiatCurrencies();
(new Client('key', $server->options(['user_agent' => 'Shop/1.0 (+https://shop.example)'])))->orders()->fiatCurrencies();
foreach ($server->log() as $request) {
    echo $request['headers']['user-agent'], "\n";
}
$server->stop();
?>
--EXPECTF--
aurpay-php/%d.%d.%d%S
Shop/1.0 (+https://shop.example)
