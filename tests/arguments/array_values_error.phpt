--TEST--
Every documented key of every method: a bool, float or object in place of text, an id or a phone number is a TypeError that names the key; so is an int for a phone number or a secret, and a number for a flag
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

final class Text implements \Stringable
{
    public function __toString(): string
    {
        echo 'user code ran';

        return '1';
    }
}

$server = fault_server();
$client = new Client('key', $server->options());
$azpays = new \Aurpay\AzPays\Client('token', $server->options());
$enaya = new \Aurpay\EnayaPay\Client('key', $server->options());
$urls = ['succeed_url' => 'https://a.example/', 'timeout_url' => 'https://a.example/', 'callback_url' => 'https://a.example/', 'timeout_callback' => 'https://a.example/'];
$flags = ['fixed_encrypt_price' => true, 'enable_post_callback' => true];
$filter = ['status' => 'X', 'chain' => 'X', 'currency' => 'X', 'page' => 1, 'size' => 1, 'st' => '2024-10-10T00:00:00', 'et' => '2024-10-10T00:00:00'];
$orders = ['order_id' => '1', 'order_type' => 'X'] + $filter;
$transactions = ['tx_id' => '1', 'type' => 'X', 'sort' => 'asc'] + $filter;
$password = ['user_phone' => '1', 'user_password' => 'x'];
$methods = [
    [$client->orders(), 'createPayUrl', [], ['price' => 1, 'currency' => 'USD', 'id' => '1', 'url' => 'https://a.example/'] + $urls + $flags],
    [$client->orders(), 'createPayInfo', [], ['chain' => 'X', 'currency' => 'X', 'vs_currency' => 'USD', 'vs_price' => 1] + $urls + $flags],
    [$client->orders(), 'list', [], $orders], [$client->orders(), 'each', [], $orders],
    [$client->transactions(), 'list', [], $transactions], [$client->transactions(), 'each', [], $transactions],
    [$client->wallet(), 'withdraw', [], ['chain' => 'X', 'currency' => 'X', 'amount' => 1, 'ln_invoices' => 'x', 'verify_code' => '1']],
    [$client->lightning(), 'createOrder', [], ['price' => 1, 'currency' => 'USD'] + $urls],
    [$client->lightning(), 'withdraw', [], ['ln_invoices' => 'x', 'amount' => 1]],
    [$azpays, 'transactions', [], ['page' => 1]], [$azpays, 'eachTransaction', [], ['page' => 1]],
    [$enaya, 'register', [], $password + ['user_name' => 'x']], [$enaya, 'verify', [], ['user_phone' => '1', 'user_otp' => '1']], [$enaya, 'login', [], $password],
    [$enaya, 'resetPassword', ['token-of-a-user'], $password], [$enaya, 'changePassword', ['token-of-a-user'], ['current_password' => 'x', 'new_password' => 'x']],
    [$enaya, 'balance', ['token-of-a-user'], ['pan' => '1', 'ipin' => '1', 'uuid' => '1', 'expiration_date' => '1']],
];
$amounts = ['price', 'vs_price', 'amount'];
// As an int, such a value would lose its leading 0 or plus.
$never_ints = ['user_phone', 'user_password', 'user_otp', 'current_password', 'new_password', 'pan', 'ipin', 'expiration_date', 'verify_code'];
$tried = 0;
foreach ($methods as [$object, $method, $before, $params]) {
    foreach (array_keys($params) as $key) {
        $bad = [true, false, 1.5, 1e3, new Text(), [], STDIN];
        if (isset($flags[$key])) {
            $bad = [1, 0, 'true', '1', 1.0, new Text(), []];
        } elseif (in_array($key, $never_ints, true)) {
            $bad[] = 249912345678;
        } elseif (in_array($key, $amounts, true)) {
            $bad = [true, false, new Text(), [], STDIN];
        }
        foreach ($bad as $value) {
            $referred = $value;
            foreach ([[$key => $value] + $params, [$key => &$referred] + $params] as $given) {
                $tried++;
                try {
                    $object->$method(...$before, ...[$given]);
                    echo "{$method}() takes ", describe($value), " for {$key}\n";
                } catch (\TypeError $error) {
                    if (!str_contains($error->getMessage(), "key \"{$key}\" must be ")) {
                        echo $error->getMessage(), "\n";
                    }
                }
            }
        }
    }
}
echo $tried > 1000 ? 'all were tried' : $tried, "\n";
nothing_on_the_wire($server);
?>
--EXPECT--
all were tried
requests: 0, connections: 0
