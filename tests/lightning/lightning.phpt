--TEST--
Lightning: balance, order and withdrawal with its own key; the ordinary key is refused
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox();
$ordinary = new Client($sandbox->info('api_key'), $sandbox->options());
try {
    $ordinary->lightning()->balance();
} catch (\Aurpay\AuthenticationException $exception) {
    echo 'ordinary key: ', $exception->getCode(), "\n";
}
$lightning = (new Client($sandbox->info('lightning_api_key'), $sandbox->options()))->lightning();
echo 'balance is text: ', json_encode(is_string($lightning->balance()['balance'])), "\n";
$order = $lightning->createOrder(['price' => 20, 'currency' => 'USD']);
echo "{$order['status']}, amount is text: ", json_encode(is_string($order['amount'])), ', invoice: ',
    substr($order['payment_request'], 0, 2), "\n";
$open = 'lnbc1pnzusnspp500cnjqhkc8vhzysu5flta5r3354mhw6fwra6n6dxlrcjwum99t0s';
$withdrawal = $lightning->withdraw(['ln_invoices' => $open, 'amount' => '0.00000001']);
echo "{$withdrawal['type']} {$withdrawal['status']} {$withdrawal['amount']} {$withdrawal['currency']}, fee ",
    var_export($withdrawal['fee'], true), "\n";
try {
    $lightning->withdraw(['ln_invoices' => $open, 'amount' => 1]);
} catch (\Aurpay\ApiException $exception) {
    echo $exception->getCode(), "\n";
}
throws(static fn () => $lightning->withdraw(['amount' => 1]));
throws(static fn () => $lightning->createOrder(['price' => 20]));
throws(static fn () => $lightning->createOrder(['price' => 20, 'currency' => 'USD', 'callback_url' => 'http://shop.example/']));
$sandbox->stop();
?>
--EXPECTF--
ordinary key: 401
balance is text: true
PENDING, amount is text: true, invoice: ln
WITHDRAW SUCCESS 0.00000001 BTC-LN, fee '%s'
40005
ValueError: Aurpay\Lightning::withdraw(): Argument #1 ($params) must have the key "ln_invoices"
ValueError: Aurpay\Lightning::createOrder(): Argument #1 ($params) must have the key "currency"
ValueError: Aurpay\Lightning::createOrder(): Argument #1 ($params) key "callback_url" must be an absolute https URL %s
