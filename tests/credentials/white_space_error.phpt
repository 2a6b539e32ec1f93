--TEST--
A key, token or secret with leading or trailing white space is a ValueError in every method that takes one; passwords, one-time passwords and PINs are sent as given
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\EnayaPay;

require __DIR__ . '/../support/recorder.php';

$spaces = [' ', "\t", "\n", "\r\n", "\v", "\f", "\u{a0}", "\u{200b}", "\u{feff}"];
$enayapay = new EnayaPay\Client('key', ['handler' => $recorder = new Recorder(['status' => 200, 'body' => '{}'])]);
$places = [
    'Credentials::apiKey()' => static fn (string $text) => Credentials::apiKey($text),
    'Credentials::signature(), token' => static fn (string $text) => Credentials::signature($text, 'secret'),
    'Credentials::signature(), secret' => static fn (string $text) => Credentials::signature('token', $text),
    'Credentials::accessToken()' => static fn (string $text) => Credentials::accessToken($text),
    'Client' => static fn (string $text) => new Client($text),
    'Callback, token' => static fn (string $text) => new Callback($text, 'secret'),
    'Callback, secret' => static fn (string $text) => new Callback('token', $text),
    'Callback::forApiKey()' => static fn (string $text) => Callback::forApiKey($text),
    'AzPays' => static fn (string $text) => new AzPays\Client($text),
    'EnayaPay' => static fn (string $text) => new EnayaPay\Client($text),
    'EnayaPay, resetPassword()' => static fn (string $text) => $enayapay->resetPassword($text, ['user_phone' => '1', 'user_password' => 'x']),
    'EnayaPay, changePassword()' => static fn (string $text) => $enayapay->changePassword($text, ['current_password' => 'x', 'new_password' => 'y']),
    'EnayaPay, balance()' => static fn (string $text) => $enayapay->balance($text, ['pan' => '1', 'ipin' => '2', 'uuid' => '3', 'expiration_date' => '4']),
];
foreach ($places as $name => $call) {
    $refused = 0;
    foreach ($spaces as $space) {
        foreach (["{$space}s3cret", "s3cret{$space}", "{$space}s3cret{$space}", $space] as $text) {
            try {
                $call($text);
                echo "{$name} takes ", json_encode($text), "\n";
            } catch (\ValueError $error) {
                $refused += preg_match('/white space|blank/', $error->getMessage());
            }
        }
    }
    echo $name, ': ', $refused, "\n";
}
echo count($recorder->requests), " requests\n";
throws(static fn () => Credentials::signature('token', "s3cret\u{a0}"));

// Inside a secret, white space belongs to it. So do bytes that only look like a part of a white-space character.
foreach (["s3\u{a0} \ncret", "s3cret\xa0", "\x80\x8bs3cret", "s3cret\xe2", '0', "\xbb\xbf"] as $secret) {
    Credentials::signature('token', $secret);
    new Callback('token', $secret);
}

// Sent as given.
$enayapay->changePassword('token', ['current_password' => " old\n", 'new_password' => "new\u{a0}"]);
$enayapay->verify(['user_phone' => '1', 'user_otp' => ' 12']);
$recorder->show();
$recorder = new Recorder(success('{"access_token":"t","expire":1}'));
Client::login('user', " pass word\n", ['handler' => $recorder]);
$recorder->show();
?>
--EXPECT--
Credentials::apiKey(): 36
Credentials::signature(), token: 36
Credentials::signature(), secret: 36
Credentials::accessToken(): 36
Client: 36
Callback, token: 36
Callback, secret: 36
Callback::forApiKey(): 36
AzPays: 36
EnayaPay: 36
EnayaPay, resetPassword(): 36
EnayaPay, changePassword(): 36
EnayaPay, balance(): 36
0 requests
ValueError: Aurpay\Credentials::signature(): Argument #2 ($secret) must not begin or end with white space (a blank, a tab, a line break, a no-break space, a zero-width space or a byte order mark)
POST /api/v2.1/change/password/ {"current_password":" old\n","new_password":"new "}
POST /api/v2.1/verify/ {"user_phone":"1","user_otp":" 12"}
POST /api/user/login username=user&password=%20pass%20word%0A
