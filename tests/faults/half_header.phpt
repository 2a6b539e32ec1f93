--TEST--
An answer that ends within its head is no answer: EnayaPay's calls, whose answer is the status, neither succeed nor fail by it
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\EnayaPay;
use Aurpay\TransportException;

require __DIR__ . '/../support/harness.php';

$server = fault_server();
$enaya = new EnayaPay\Client('key', $server->options());
$user = ['user_phone' => '0249', 'user_password' => 'pass-word'];
foreach ([200, 503] as $status) {
    // The connection ends after the status line and a part of the next line.
    $server->script(['do' => 'half_header', 'status' => $status]);
    throws(fn () => $enaya->login($user));
}
echo 'executed: ', $server->executed(), "\n";

// A read is retried, as after any lost connection.
$server->script('half_header');
echo (new Client('key', $server->options()))->orders()->detail('7')['target'], "\n";
$server->default('half_header');
expect_exception(fn () => (new Client('key', $server->options(['retries' => 0])))->orders()->detail('7'), TransportException::class);
$server->stop();
?>
--EXPECTF--
Aurpay\OutcomeUnknownException: POST /login/ may have been executed: it failed: %s; repeating the login is harmless
Aurpay\OutcomeUnknownException: POST /login/ may have been executed: it failed: %s; repeating the login is harmless
executed: 2
/api/v2/order/detail/7
Aurpay\TransportException: GET /api/v2/order/detail/7 failed: %s
