--TEST--
An undocumented parameter or filter is a ValueError with the nearest known name and the list, for every method that takes parameters, and nothing is sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$client = new Client('key', $server->options());
$azpays = new \Aurpay\AzPays\Client('token', $server->options());
$enaya = new \Aurpay\EnayaPay\Client('key', $server->options());
$order = ['price' => 1, 'currency' => 'USD'];
foreach (['calback_url', 'callbackUrl', 'enable_post_calback', 'success_url', 'Price', 'note', '', "callback_url\0", "a\r\nb", str_repeat('x', 5000)] as $name) {
    throws(static fn () => $client->orders()->createPayUrl($order + [$name => 'https://shop.example/']));
}
// The key is refused whatever its value, and before the values after it are checked.
throws(static fn () => $client->orders()->createPayUrl($order + ['calback_url' => null, 'url' => 1]));
throws(static fn () => $client->orders()->createPayInfo(['chain' => 'ETH', 'currency' => 'ETH', 'vs_currency' => 'USD', 'vs_price' => 1, 'price' => 1]));
throws(static fn () => $client->wallet()->withdraw(['chain' => 'ETH', 'currency' => 'ETH', 'amount' => 1, 'code' => '123']));
throws(static fn () => $client->lightning()->createOrder($order + ['enable_post_callback' => true]));
throws(static fn () => $client->lightning()->withdraw(['ln_invoices' => 'x', 'invoice' => 'x']));
foreach (['list', 'each'] as $method) {
    throws(static fn () => $client->orders()->$method(['order_staus' => 'SUCCESS']));
    throws(static fn () => $client->orders()->$method(['id' => '77']));
    throws(static fn () => $client->transactions()->$method(['tx_type' => 'REFUND']));
}
foreach (['transactions', 'eachTransaction'] as $method) {
    throws(static fn () => $azpays->$method(['purse' => 'a']));
    throws(static fn () => $azpays->$method(['Page' => 2]));
}
throws(static fn () => $enaya->register(['user_phone' => '1', 'user_name' => 'x', 'user_password' => 'x', 'email' => 'x']));
throws(static fn () => $enaya->verify(['user_phone' => '1', 'user_otp' => '1', 'otp' => '1']));
throws(static fn () => $enaya->login(['user_phone' => '1', 'user_password' => 'x', 'userName' => 'x']));
throws(static fn () => $enaya->resetPassword('token-of-a-user', ['user_phone' => '1', 'user_password' => 'x', 'password' => 'x']));
throws(static fn () => $enaya->changePassword('token-of-a-user', ['current_password' => 'x', 'new_password' => 'x', 'old_password' => 'x']));
throws(static fn () => $enaya->balance('token-of-a-user', ['pan' => '1', 'ipin' => '1', 'uuid' => '1', 'expiration_date' => '1', 'expirationDate' => '1']));
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "calback_url" (the nearest known one is "callback_url"); the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "callbackUrl" (the nearest known one is "callback_url"); the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "enable_post_calback" (the nearest known one is "enable_post_callback"); the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "success_url" (the nearest known one is "succeed_url"); the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "Price" (the nearest known one is "price"); the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "note"; the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key ""; the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "callback_url " (the nearest known one is "callback_url"); the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "a  b"; the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayUrl(): Argument #1 ($params) has an unknown key "calback_url" (the nearest known one is "callback_url"); the keys are price, currency, id, url, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Order::createPayInfo(): Argument #1 ($params) has an unknown key "price" (the nearest known one is "vs_price"); the keys are chain, currency, vs_currency, vs_price, succeed_url, timeout_url, callback_url, timeout_callback, fixed_encrypt_price and enable_post_callback; request() sends what the documents do not name
ValueError: Aurpay\Wallet::withdraw(): Argument #1 ($params) has an unknown key "code" (the nearest known one is "verify_code"); the keys are chain, currency, amount, ln_invoices and verify_code; request() sends what the documents do not name
ValueError: Aurpay\Lightning::createOrder(): Argument #1 ($params) has an unknown key "enable_post_callback"; the keys are price, currency, succeed_url, timeout_url, callback_url and timeout_callback; request() sends what the documents do not name
ValueError: Aurpay\Lightning::withdraw(): Argument #1 ($params) has an unknown key "invoice" (the nearest known one is "ln_invoices"); the keys are ln_invoices and amount; request() sends what the documents do not name
ValueError: Aurpay\Order::list(): Argument #1 ($filter) has an unknown key "order_staus" (the nearest known one is "status"); the keys are order_id, status, order_type, chain, currency, page, size, st and et; request() sends what the documents do not name
ValueError: Aurpay\Order::list(): Argument #1 ($filter) has an unknown key "id" (the nearest known one is "order_id"); the keys are order_id, status, order_type, chain, currency, page, size, st and et; request() sends what the documents do not name
ValueError: Aurpay\Transaction::list(): Argument #1 ($filter) has an unknown key "tx_type" (the nearest known one is "type"); the keys are tx_id, status, type, chain, currency, page, size, st, et and sort; request() sends what the documents do not name
ValueError: Aurpay\Order::each(): Argument #1 ($filter) has an unknown key "order_staus" (the nearest known one is "status"); the keys are order_id, status, order_type, chain, currency, page, size, st and et; request() sends what the documents do not name
ValueError: Aurpay\Order::each(): Argument #1 ($filter) has an unknown key "id" (the nearest known one is "order_id"); the keys are order_id, status, order_type, chain, currency, page, size, st and et; request() sends what the documents do not name
ValueError: Aurpay\Transaction::each(): Argument #1 ($filter) has an unknown key "tx_type" (the nearest known one is "type"); the keys are tx_id, status, type, chain, currency, page, size, st, et and sort; request() sends what the documents do not name
ValueError: Aurpay\AzPays\Client::transactions(): Argument #1 ($filter) has an unknown key "purse"; the only key is page; request() sends what the documents do not name
ValueError: Aurpay\AzPays\Client::transactions(): Argument #1 ($filter) has an unknown key "Page" (the nearest known one is "page"); the only key is page; request() sends what the documents do not name
ValueError: Aurpay\AzPays\Client::eachTransaction(): Argument #1 ($filter) has an unknown key "purse"; the only key is page; request() sends what the documents do not name
ValueError: Aurpay\AzPays\Client::eachTransaction(): Argument #1 ($filter) has an unknown key "Page" (the nearest known one is "page"); the only key is page; request() sends what the documents do not name
ValueError: Aurpay\EnayaPay\Client::register(): Argument #1 ($params) has an unknown key "email"; the keys are user_phone, user_name and user_password; request() sends what the documents do not name
ValueError: Aurpay\EnayaPay\Client::verify(): Argument #1 ($params) has an unknown key "otp" (the nearest known one is "user_otp"); the keys are user_phone and user_otp; request() sends what the documents do not name
ValueError: Aurpay\EnayaPay\Client::login(): Argument #1 ($params) has an unknown key "userName"; the keys are user_phone and user_password; request() sends what the documents do not name
ValueError: Aurpay\EnayaPay\Client::resetPassword(): Argument #2 ($params) has an unknown key "password" (the nearest known one is "user_password"); the keys are user_phone and user_password; request() sends what the documents do not name
ValueError: Aurpay\EnayaPay\Client::changePassword(): Argument #2 ($params) has an unknown key "old_password" (the nearest known one is "new_password"); the keys are current_password and new_password; request() sends what the documents do not name
ValueError: Aurpay\EnayaPay\Client::balance(): Argument #2 ($params) has an unknown key "expirationDate" (the nearest known one is "expiration_date"); the keys are pan, ipin, uuid and expiration_date; request() sends what the documents do not name
requests: 0, connections: 0
