--TEST--
Order, Transaction, Wallet and Lightning can be made with a client, as the client's own methods make them; anything else is refused
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Lightning;
use Aurpay\Order;
use Aurpay\Transaction;
use Aurpay\Wallet;

require __DIR__ . '/../support/recorder.php';

$recorder = new Recorder(success('[]'));
$client = $recorder->client();
foreach ([Order::class => 'fiatCurrencies', Transaction::class => 'list', Wallet::class => 'list', Lightning::class => 'balance'] as $class => $method) {
    (new $class($client))->{$method}();
    $recorder->show();
    throws(static fn () => new $class(new AzPays\Client('token')));
    throws(static fn () => (new $class($client))->__construct($client));
}
?>
--EXPECT--
GET /api/order/pay/real-currency
TypeError: Aurpay\Order::__construct(): Argument #1 ($client) must be of type Aurpay\Client, Aurpay\AzPays\Client given
Error: Aurpay\Order cannot be constructed twice
GET /api/v2/tx
TypeError: Aurpay\Transaction::__construct(): Argument #1 ($client) must be of type Aurpay\Client, Aurpay\AzPays\Client given
Error: Aurpay\Transaction cannot be constructed twice
GET /api/withdraw/wallets
TypeError: Aurpay\Wallet::__construct(): Argument #1 ($client) must be of type Aurpay\Client, Aurpay\AzPays\Client given
Error: Aurpay\Wallet cannot be constructed twice
GET /api/bln/balance
TypeError: Aurpay\Lightning::__construct(): Argument #1 ($client) must be of type Aurpay\Client, Aurpay\AzPays\Client given
Error: Aurpay\Lightning cannot be constructed twice
