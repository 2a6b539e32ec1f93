--TEST--
Every call that is not a read is executed once when the server closes its warm connection without an answer
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\OutcomeUnknownException;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$client = new Client('key', $server->options());
$orders = $client->orders();
$pay = ['chain' => 'ETH', 'currency' => 'ETH', 'vs_currency' => 'USD', 'vs_price' => '1.5'];
$calls = [
    'createPayUrl' => fn () => $orders->createPayUrl(['price' => 10, 'currency' => 'USD']),
    'createPayInfo' => fn () => $orders->createPayInfo($pay),
    'refund' => fn () => $orders->refund('1'),
    'withdraw' => fn () => $client->wallet()->withdraw(['chain' => 'ETH', 'currency' => 'ETH', 'amount' => 1]),
    'lightning order' => fn () => $client->lightning()->createOrder(['price' => 1, 'currency' => 'USD']),
    'lightning withdraw' => fn () => $client->lightning()->withdraw(['ln_invoices' => 'lnbc1']),
    'login' => fn () => Client::login('user', 'word', $server->options()),
    'request POST' => fn () => $client->request('POST', '/api/anything', ['a' => 1]),
    'request PUT' => fn () => $client->request('PUT', '/api/anything'),
    'request PATCH' => fn () => $client->request('PATCH', '/api/anything', ['a' => 1]),
    'request DELETE' => fn () => $client->request('DELETE', '/api/anything'),
];
foreach ($calls as $name => $call) {
    $client->orders()->fiatCurrencies();
    $before = $server->executed();
    $server->script('close');
    try {
        $call();
        echo "{$name}: success\n";
    } catch (OutcomeUnknownException $exception) {
        echo "{$name}: unknown after ", $server->executed() - $before, " execution\n";
        echo '  ', strstr($exception->getMessage(), '; '), "\n";
        echo '  previous: ', $exception->getPrevious()::class, "\n";
    }
}
$server->stop();
?>
--EXPECT--
createPayUrl: unknown after 1 execution
  ; repeating the call is harmless: an unused payment URL expires by itself
  previous: Aurpay\TransportException
createPayInfo: unknown after 1 execution
  ; no call of the API tells whether the order was created: Order::list() holds nothing of the shop's own; nobody was shown it, so it expires unpaid: make a new one, with a callback_url of its own
  previous: Aurpay\TransportException
refund: unknown after 1 execution
  ; Order::detail() tells whether the order was refunded
  previous: Aurpay\TransportException
withdraw: unknown after 1 execution
  ; Transaction::list() tells whether the withdrawal was made
  previous: Aurpay\TransportException
lightning order: unknown after 1 execution
  ; no call of the API tells whether the order was created: Order::list() holds nothing of the shop's own; nobody was shown it, so it expires unpaid: make a new one, with a callback_url of its own
  previous: Aurpay\TransportException
lightning withdraw: unknown after 1 execution
  ; Transaction::list() tells whether the withdrawal was made
  previous: Aurpay\TransportException
login: unknown after 1 execution
  ; repeating the login is harmless
  previous: Aurpay\TransportException
request POST: unknown after 1 execution
  ; no call of the API tells whether it was, do not repeat it blindly
  previous: Aurpay\TransportException
request PUT: unknown after 1 execution
  ; no call of the API tells whether it was, do not repeat it blindly
  previous: Aurpay\TransportException
request PATCH: unknown after 1 execution
  ; no call of the API tells whether it was, do not repeat it blindly
  previous: Aurpay\TransportException
request DELETE: unknown after 1 execution
  ; no call of the API tells whether it was, do not repeat it blindly
  previous: Aurpay\TransportException
