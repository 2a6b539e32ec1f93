--TEST--
A second call of a constructor is an Error and changes nothing
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Order;

require __DIR__ . '/../support/recorder.php';

$first = new Recorder();
$second = new Recorder();
$client = $first->client('first-key');
throws(static fn () => $client->__construct('second-key', ['handler' => $second]));
throws(static fn () => $client->__construct(''));
$client->orders()->fiatCurrencies();
echo $first->requests[0]['headers']['API-Key'], ' ', count($second->requests), "\n";

$orders = new Order($client);
throws(static fn () => $orders->__construct($second->client()));
throws(static fn () => $client->orders()->__construct($second->client()));
$orders->fiatCurrencies();
echo count($first->requests), ' ', count($second->requests), "\n";

$callback = new Callback('token', 'secret');
throws(static fn () => $callback->__construct('other', 'other'));
echo $callback->sign('https://shop.example/cb')['Callback-Token'], "\n";
?>
--EXPECT--
Error: Aurpay\Client cannot be constructed twice
Error: Aurpay\Client cannot be constructed twice
first-key 0
Error: Aurpay\Order cannot be constructed twice
Error: Aurpay\Order cannot be constructed twice
2 0
Error: Aurpay\Callback cannot be constructed twice
token
