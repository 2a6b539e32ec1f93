--TEST--
Card number, IPIN, one-time password, passwords and the user's token are in no exception, even when the service echoes them
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;

require __DIR__ . '/../support/recorder.php';

const SECRETS = ['04545678945679', 'encrypted-ipin==', '9824', 'pass-word-1', 'pass-word-2', '012345', 'user-token-1', 'merchant-key-1'];

$echo = json_encode(['details' => ['pan' => [implode(' ', SECRETS)]], 'echo' => SECRETS, 'token' => 'new-token']);
$client = new Client('merchant-key-1', ['handler' => new Recorder(['status' => 400, 'body' => $echo])]);
$calls = [
    static fn () => $client->balance(SECRETS[6], ['pan' => SECRETS[0], 'ipin' => SECRETS[1], 'uuid' => 'u', 'expiration_date' => SECRETS[2]]),
    static fn () => $client->changePassword(SECRETS[6], ['current_password' => SECRETS[3], 'new_password' => SECRETS[4]]),
    static fn () => $client->verify(['user_phone' => '1', 'user_otp' => SECRETS[5]]),
];
$given = [[0, 1, 2, 6, 7], [3, 4, 6, 7], [5, 7]];
foreach ($calls as $index => $call) {
    try {
        $call();
    } catch (\Aurpay\ApiException $exception) {
        $shown = $exception . print_r($exception->response, true) . serialize($exception->response);
        foreach ($given[$index] as $secret) {
            echo str_contains($shown, SECRETS[$secret]) ? 'LEAKS ' . SECRETS[$secret] : 'fine', ' ';
        }
        echo str_contains($shown, 'new-token') ? "LEAKS the token\n" : "fine\n";
    }
}
?>
--EXPECT--
fine fine fine fine fine fine
fine fine fine fine fine
fine fine fine
