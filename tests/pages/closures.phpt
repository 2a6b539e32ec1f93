--TEST--
Pages made by a Closure of each() or eachTransaction() outlive the Closure, and so does the method's name for an exception
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$handler = static fn (): array => ['status' => 400, 'body' => '{"code":1,"result":false,"succeed":false,"message":"no"}'];
$orders = (new Client('key', ['handler' => $handler]))->orders();
$azpays = new AzPays\Client('token', ['handler' => $handler]);

$pages = [$orders->each(...)(), \Closure::fromCallable([$orders, 'each'])(), $azpays->eachTransaction(...)(), (new \ReflectionMethod($orders, 'each'))->getClosure($orders)()];
// These texts take over freed memory.
for ($i = 0, $texts = []; $i < 1000; $i++) {
    $texts[] = str_repeat("\xff", 330 + $i % 20);
}
foreach ($pages as $walk) {
    try {
        foreach ($walk as $never) {
        }
    } catch (\Aurpay\ApiException $exception) {
        echo "{$exception->getTrace()[0]['class']}::{$exception->getTrace()[0]['function']}\n";
    }
}
?>
--EXPECT--
Aurpay\Order::each
Aurpay\Order::each
Aurpay\AzPays\Client::eachTransaction
Aurpay\Order::each
