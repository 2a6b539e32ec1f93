--TEST--
The message for a missing required field names it and the unknown key that was given instead, in all three providers; a documented field is never taken for a misspelling
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client('key', $server->options());
$orders = $client->orders();
$enaya = new \Aurpay\EnayaPay\Client('key', $server->options());
throws(static fn () => $orders->createPayUrl(['price' => 1, 'curency' => 'USD']));
throws(static fn () => $orders->createPayUrl(['price' => 1, 'Currency' => 'USD']));
throws(static fn () => $orders->createPayUrl(['price' => 1, 'cur' => 'USD', 'currencies' => 'USD', "curren\ncy" => 'USD']));
throws(static fn () => $orders->createPayUrl(['amount' => 1, 'currency' => 'USD']));
throws(static fn () => $orders->createPayUrl([1, 'USD']));
throws(static fn () => $orders->createPayInfo(['chain' => 'ETH', 'currency' => 'ETH', 'vs_price' => 1]));
throws(static fn () => $orders->createPayInfo(['chain' => 'ETH', 'currency' => 'ETH', 'vs_currency' => 'USD', 'price' => 1]));
throws(static fn () => $client->wallet()->withdraw(['chian' => 'ETH', 'currency' => 'ETH', 'amount' => 1]));
throws(static fn () => $client->lightning()->withdraw(['ln_invoice' => 'x']));
throws(static fn () => $enaya->register(['phone' => '1', 'user_name' => 'x', 'user_password' => 'x']));
throws(static fn () => $enaya->verify(['user_phone' => '1', 'otp' => '1']));
throws(static fn () => $enaya->balance('token-of-a-user', ['pan' => '1', 'iPin' => '1', 'uuid' => '1', 'expiration_date' => '1']));
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "currency"; "curency" was given
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "currency"; "Currency" was given
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "currency"; "currencies" was given
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "price"
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) must have the key "price"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "vs_currency"
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) must have the key "vs_price"; "price" was given
ValueError: Aurpay\Wallet::withdraw(): Argument #1 ($params) must have the key "chain"; "chian" was given
ValueError: Aurpay\Lightning::withdraw(): Argument #1 ($params) must have the key "ln_invoices"; "ln_invoice" was given
ValueError: Aurpay\EnayaPay\Client::register(): Argument #1 ($params) must have the key "user_phone"; "phone" was given
ValueError: Aurpay\EnayaPay\Client::verify(): Argument #1 ($params) must have the key "user_otp"; "otp" was given
ValueError: Aurpay\EnayaPay\Client::balance(): Argument #2 ($params) must have the key "ipin"; "iPin" was given
requests: 0, connections: 0
