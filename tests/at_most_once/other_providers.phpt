--TEST--
AzPays and EnayaPay: every call that is not a read is executed once when the server closes its warm connection without an answer
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\EnayaPay;
use Aurpay\OutcomeUnknownException;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$enaya = new EnayaPay\Client('key', $server->options());
$user = ['user_phone' => '0249', 'user_password' => 'pass-word'];
$card = ['pan' => '0454', 'ipin' => 'x', 'uuid' => 'u', 'expiration_date' => '0824'];
$calls = [
    'AzPays sign' => fn () => AzPays\Client::sign('hi@trader4.net', $server->options()),
    'register' => fn () => $enaya->register($user + ['user_name' => 'doctor']),
    'verify' => fn () => $enaya->verify(['user_phone' => '0249', 'user_otp' => '012345']),
    'login' => fn () => $enaya->login($user),
    'resetPassword' => fn () => $enaya->resetPassword('user-token', $user),
    'changePassword' => fn () => $enaya->changePassword('user-token', ['current_password' => 'a', 'new_password' => 'b']),
    'balance' => fn () => $enaya->balance('user-token', $card),
];
foreach ($calls as $name => $call) {
    $server->default(['do' => 'answer', 'body' => '{"status":"active"}']);
    $enaya->login($user);
    $before = $server->executed();
    $server->script('close');
    try {
        $call();
        echo "{$name}: success\n";
    } catch (OutcomeUnknownException $exception) {
        echo "{$name}: unknown after ", $server->executed() - $before, ' execution', strstr($exception->getMessage(), '; '), "\n";
    }
}
$server->stop();
?>
--EXPECT--
AzPays sign: unknown after 1 execution; no call of the API tells whether it was, do not repeat it blindly
register: unknown after 1 execution; no call of the API tells whether it was, do not repeat it blindly
verify: unknown after 1 execution; no call of the API tells whether it was, do not repeat it blindly
login: unknown after 1 execution; repeating the login is harmless
resetPassword: unknown after 1 execution; EnayaPay\Client::login() tells whether the new password is set
changePassword: unknown after 1 execution; EnayaPay\Client::login() tells whether the new password is set
balance: unknown after 1 execution; repeating the inquiry is harmless
