--TEST--
The option timeout covers a whole call, including all attempts of a read
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportException;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$server->default('silent');
$client = new Client('key', $server->options(['timeout' => 0.4, 'retries' => 10]));
$start = microtime(true);
try {
    $client->orders()->fiatCurrencies();
} catch (TransportException $exception) {
    echo $exception::class, "\n";
}
$seconds = microtime(true) - $start;
var_dump($seconds >= 0.39, $seconds < 20);
$server->stop();
?>
--EXPECT--
Aurpay\TransportException
bool(true)
bool(true)
