--TEST--
A wrong key, secret, password or id is the right exception, with a trace id and without any secret
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\ApiException;
use Aurpay\AuthenticationException;
use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox();
// A constant, because a trace would show a variable that the closures below use.
const WRONG = 'wrong-secret-0123456789';

$check = static function (callable $call, string $class): void {
    try {
        $call();
        echo "nothing was thrown\n";
    } catch (\Aurpay\AurpayException $exception) {
        echo $exception::class, ' ', $exception->getCode(), ' HTTP ', $exception->httpStatus, ', trace id: ',
            json_encode($exception->traceId !== null), ', expected class: ', json_encode($exception::class === $class),
            ', secret: ', json_encode(str_contains($exception . print_r($exception, true), WRONG)), "\n";
    }
};

$client = new Client(WRONG, $sandbox->options());
$check(static fn () => $client->orders()->fiatCurrencies(), AuthenticationException::class);

$client = new Client(Credentials::signature($sandbox->info('api_token'), WRONG), $sandbox->options());
$check(static fn () => $client->orders()->fiatCurrencies(), AuthenticationException::class);
$check(static fn () => $client->orders()->refund('1'), AuthenticationException::class);

$login = static fn () => Client::login($sandbox->info('username'), WRONG, $sandbox->options());
$check($login, AuthenticationException::class);

$client = new Client($sandbox->info('api_key'), $sandbox->options());
$check(static fn () => $client->orders()->detail('20240614061316661529'), ApiException::class);
$check(static fn () => $client->orders()->refund('20240614061316661529'), ApiException::class);
$check(static fn () => $client->fetchApiKey(), AuthenticationException::class);

$token = Client::login($sandbox->info('username'), $sandbox->info('password'), $sandbox->options());
$bearer = new Client(Credentials::accessToken($token['access_token']), $sandbox->options());
var_dump($bearer->fetchApiKey()['api_key'] === $sandbox->info('api_key'));
$sandbox->stop();
?>
--EXPECTF--
Aurpay\AuthenticationException 401 HTTP %d, trace id: true, expected class: true, secret: false
Aurpay\AuthenticationException 401 HTTP 401, trace id: true, expected class: true, secret: false
Aurpay\AuthenticationException 401 HTTP 401, trace id: true, expected class: true, secret: false
Aurpay\AuthenticationException 404 HTTP 200, trace id: true, expected class: true, secret: false
Aurpay\ApiException 404 HTTP 200, trace id: true, expected class: true, secret: false
Aurpay\ApiException 404 HTTP 200, trace id: true, expected class: true, secret: false
Aurpay\AuthenticationException 401 HTTP %d, trace id: true, expected class: true, secret: false
bool(true)
