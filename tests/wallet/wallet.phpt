--TEST--
Wallets are listed, balances are exact text, and a withdrawal is refused, made, and refused again with the service's codes
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox();
$client = new Client($sandbox->info('api_key'), $sandbox->options());
$wallet = $client->wallet();

foreach ($wallet->selfCustody() as $balance) {
    echo "{$balance['chain']} {$balance['currency']} ", var_export($balance['amount'], true), "\n";
}
echo 'wallets: ', gettype($wallet->list()), "\n";
$params = ['chain' => 'ETH', 'currency' => 'USDT-ERC20', 'amount' => '1.50'];
try {
    $wallet->withdraw($params);
} catch (\Aurpay\ApiException $exception) {
    echo $exception->getCode(), ' ', strlen((string) $exception->traceId) > 0 ? 'with' : 'without', " trace id\n";
}
$sandbox->control('POST', '/merchant', ['kyb_verified' => true]);
$sandbox->control('POST', '/orders', ['count' => 1, 'status' => 'SUCCESS', 'chain' => 'ETH', 'currency' => 'USDT-ERC20']);
$made = $wallet->withdraw($params);
echo 'marked as invented: ', json_encode($made['invented'] ?? null), "\n";
try {
    $wallet->withdraw(['amount' => '99999999999.5'] + $params);
} catch (\Aurpay\ApiException $exception) {
    echo $exception->getCode(), "\n";
}
foreach (['chain', 'currency', 'amount'] as $missing) {
    throws(static fn () => $wallet->withdraw(array_diff_key($params, [$missing => 0])));
}
throws(static fn () => $wallet->withdraw(['amount' => '1e3'] + $params));
$sandbox->stop();
?>
--EXPECTF--
ETH ETH '10.31299'
ETH USDT-ERC20 '203'
ETH DAI-ERC20 '190'
ETH SHIB-ERC20 '890220'
ETH USDC-ERC20 '0'
wallets: array
40004 with trace id
marked as invented: true
40005
ValueError: Aurpay\Wallet::withdraw(): Argument #1 ($params) must have the key "chain"
ValueError: Aurpay\Wallet::withdraw(): Argument #1 ($params) must have the key "currency"
ValueError: Aurpay\Wallet::withdraw(): Argument #1 ($params) must have the key "amount"
ValueError: Aurpay\Wallet::withdraw(): Argument #1 ($params) key "amount" must be a plain decimal %s
