--TEST--
EnayaPay against the sandbox: from registration to a card's balance, and each refusal on the way
--SKIPIF--
<?php

// The sandbox needs php-fpm for TLS.
require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm(false);
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;
use Aurpay\EnayaPay\Ipin;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox('--tls');
$options = $sandbox->options(['base_uri' => $sandbox->info('enayapay_base_uri')]);
$client = new Client($sandbox->info('enayapay_api_key'), $options);
$phone = ['user_phone' => '249912345678'];
$user = $phone + ['user_name' => 'doctor', 'user_password' => 'first'];

echo "register\n";
echo json_encode($client->register($user)), "\n";
throws(static fn () => $client->register($user));
throws(static fn () => $client->register(['user_phone' => '12345'] + $user));
throws(static fn () => $client->register(['user_name' => str_repeat('x', 513)] + $user));
throws(static fn () => $client->register(['user_phone' => '249900000502'] + $user));
throws(static fn () => $client->register(['user_phone' => '249900000503'] + $user));
throws(static fn () => (new Client('wrong', $options))->register($user));

echo "verify\n";
$otp = $sandbox->control('GET', '/enayapay/users/249912345678')['otp'];
throws(static fn () => $client->verify($phone + ['user_otp' => '0']));
throws(static fn () => $client->verify(['user_phone' => '249987654321', 'user_otp' => $otp]));
$verified = $client->verify($phone + ['user_otp' => $otp]);
$token = $verified['token'];
echo "{$verified['user_name']}, a token of ", count(explode('.', $token)), " parts\n";

echo "login\n";
echo json_encode($client->login($phone + ['user_password' => 'first'])), "\n";
throws(static fn () => $client->login($phone + ['user_password' => 'another']));
throws(static fn () => $client->login(['user_phone' => '249987654321', 'user_password' => 'first']));

echo "changePassword\n";
$change = ['current_password' => 'first', 'new_password' => 'second'];
echo json_encode($client->changePassword($token, $change)), "\n";
throws(static fn () => $client->changePassword($token, $change));
throws(static fn () => $client->changePassword('wrong', $change));

echo "resetPassword\n";
$new = $phone + ['user_password' => 'third'];
echo json_encode($client->resetPassword($token, $new)), "\n";
throws(static fn () => $client->resetPassword('wrong', $new));
throws(static fn () => $client->resetPassword($token, ['user_phone' => '249987654321'] + $new));
echo json_encode($client->login($new)), "\n";

echo "balance\n";
$pan = $sandbox->info('enayapay_pan');
$sandbox->control('POST', '/enayapay/cards', ['pan' => $pan, 'balance' => '12345678901234567890.123456789']);
$card = static fn (string $ipin, string $uuid, array $change = []): array => $change + [
    'pan' => $pan,
    'ipin' => Ipin::encrypt($sandbox->info('enayapay_public_key'), $uuid, $ipin),
    'uuid' => '6f1c2a3e-1111-4222-8333-444455556666',
    'expiration_date' => $sandbox->info('enayapay_expiration_date'),
];
$ipin = $sandbox->info('enayapay_ipin');
$uuid = '6f1c2a3e-1111-4222-8333-444455556666';
echo json_encode($client->balance($token, $card($ipin, $uuid))), "\n";
throws(static fn () => $client->balance($token, $card('0000', $uuid)));
throws(static fn () => $client->balance($token, $card($ipin, 'another')));
throws(static fn () => $client->balance($token, $card($ipin, $uuid, ['pan' => '9999990000000696'])));
throws(static fn () => $client->balance($token, $card($ipin, $uuid, ['pan' => '9999990000000502'])));
throws(static fn () => $client->balance('wrong', $card($ipin, $uuid)));

echo "the user is gone\n";
$sandbox->control('DELETE', '/enayapay/users/249912345678');
throws(static fn () => $client->changePassword($token, $change));
$sandbox->control('POST', '/faults', [
    'path' => '/enayapay/api/v2.1/change/', 'status' => 503, 'body' => '{"details":"service not available"}',
]);
throws(static fn () => $client->changePassword($token, $change));
$sandbox->stop();
?>
--EXPECT--
register
[]
Aurpay\ApiException: POST /enayapay/api/v2.1/register/ was refused: user already registered (code 302, HTTP status 302)
Aurpay\ApiException: POST /enayapay/api/v2.1/register/ was refused: your number not valid (code 406, HTTP status 406)
Aurpay\ApiException: POST /enayapay/api/v2.1/register/ was refused: user_name: Ensure this field has no more than 512 characters. (code 400, HTTP status 400)
Aurpay\ApiException: POST /enayapay/api/v2.1/register/ was refused: bad getway (code 502, HTTP status 502)
Aurpay\ApiException: POST /enayapay/api/v2.1/register/ was refused: service not available (code 503, HTTP status 503)
Aurpay\AuthenticationException: POST /enayapay/api/v2.1/register/ was refused: your api key not valid (code 401, HTTP status 401)
verify
Aurpay\ApiException: POST /enayapay/api/v2.1/verify/ was refused: wrong otp (code 203, HTTP status 203)
Aurpay\ApiException: POST /enayapay/api/v2.1/verify/ was refused: user not registered (code 404, HTTP status 404)
doctor, a token of 3 parts
login
{"user_name":"doctor","status":"active"}
Aurpay\AuthenticationException: POST /enayapay/api/v2.1/login/ was refused: wrong password (code 203, HTTP status 203)
Aurpay\ApiException: POST /enayapay/api/v2.1/login/ was refused: user not registered (code 404, HTTP status 404)
changePassword
{"details":"password updated successful"}
Aurpay\ApiException: POST /enayapay/api/v2.1/change/password/ was refused: wrong current password (code 203, HTTP status 203)
Aurpay\AuthenticationException: POST /enayapay/api/v2.1/change/password/ was refused: your api key not valid (code 401, HTTP status 401)
resetPassword
{"user_name":"doctor","status":"active"}
Aurpay\AuthenticationException: POST /enayapay/api/v2.1/rest/password/ was refused: not valid token (code 203, HTTP status 203)
Aurpay\ApiException: POST /enayapay/api/v2.1/rest/password/ was refused: user not registered (code 404, HTTP status 404)
{"user_name":"doctor","status":"active"}
balance
{"response_code":0,"balance":"12345678901234567890.123456789","response_status":"Successful","uuid":"6f1c2a3e-1111-4222-8333-444455556666"}
Aurpay\ApiException: POST /enayapay/api/v2.1/balance/inquiry/ was refused: INCORRECT_PIN (code 55, HTTP status 406)
Aurpay\ApiException: POST /enayapay/api/v2.1/balance/inquiry/ was refused: PIN_CRYPTOGRAPHIC_ERROR (code 81, HTTP status 406)
Aurpay\ApiException: POST /enayapay/api/v2.1/balance/inquiry/ was refused: SYSTEM_ERROR (code 696, HTTP status 406)
Aurpay\ApiException: POST /enayapay/api/v2.1/balance/inquiry/ was refused: bad getway (code 502, HTTP status 502)
Aurpay\AuthenticationException: POST /enayapay/api/v2.1/balance/inquiry/ was refused: your api key not valid (code 401, HTTP status 401)
the user is gone
Aurpay\ApiException: POST /enayapay/api/v2.1/change/password/ was refused: user not registered (code 404, HTTP status 404)
Aurpay\ApiException: POST /enayapay/api/v2.1/change/password/ was refused: service not available (code 503, HTTP status 503)
