--TEST--
Every documented status of every EnayaPay endpoint: what the caller gets, with the documented content and without
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;

require __DIR__ . '/../support/recorder.php';

$phone = ['user_phone' => '0249123456789'];
$calls = [
    'register' => [
        fn (Client $c) => $c->register($phone + ['user_name' => 'doctor', 'user_password' => 'pass-word']),
        [201 => '', 302 => '', 406 => '{"details":"your number not valid"}', 400 => '{"details":{"user_password":["This field is required."]}}', 502 => '{"details":"bad getway"}', 503 => '{"details":"service not available"}'],
    ],
    'verify' => [
        fn (Client $c) => $c->verify($phone + ['user_otp' => '012345']),
        [200 => '{"token":"t-o-k-e-n","user_name":"doctor"}', 203 => '', 400 => '{"details":{"user_otp":["This field is required."]}}', 401 => '', 404 => '{"details":"user not registered"}', 503 => '{"details":"service not available"}'],
    ],
    'login' => [
        fn (Client $c) => $c->login($phone + ['user_password' => 'pass-word']),
        [200 => '{"user_name":"doctor","status":"active"}', 203 => '', 400 => '{"details":{"user_password":["This field is required."]}}', 401 => '', 404 => '{"details":"user not registered"}', 503 => '{"details":"service not available"}'],
    ],
    'resetPassword' => [
        fn (Client $c) => $c->resetPassword('user-token', $phone + ['user_password' => 'pass-word']),
        [200 => '{"user_name":"doctor","status":"active"}', 203 => '', 400 => '{"details":{"user_password":["This field is required."]}}', 401 => '', 404 => '{"details":"user not registered"}', 503 => '{"details":"service not available"}'],
    ],
    'changePassword' => [
        fn (Client $c) => $c->changePassword('user-token', ['current_password' => 'pass-word', 'new_password' => 'new-word']),
        [200 => '{"details":"password updated successful"}', 203 => '{"details":"wrong current password"}', 400 => '{"details":{"new_password":["This field is required."]}}', 401 => '', 404 => '{"details":"user not registered"}', 503 => '{"details":"service not available"}'],
    ],
    'balance' => [
        fn (Client $c) => $c->balance('user-token', ['pan' => '04545678945679', 'ipin' => 'rtew==', 'uuid' => 'u-1', 'expiration_date' => '0824']),
        [200 => '{"response_code":0,"balance":400,"response_status":"Successful","uuid":"u-1"}', 400 => '{"details":{"pan":["This field is required."]}}', 401 => '', 406 => '{"response_code":696,"response_message":"SYSTEM_ERROR"}', 502 => '{"details":"bad getway"}'],
    ],
];
foreach ($calls as $name => [$call, $answers]) {
    echo "{$name}\n";
    foreach ($answers as $status => $body) {
        foreach (array_unique([$body, '']) as $content) {
            $recorder = new Recorder(['status' => $status, 'body' => $content]);
            $client = new Client('merchant-1', ['handler' => $recorder]);
            echo "  {$status}: ";
            try {
                echo json_encode($call($client)), "\n";
            } catch (\Aurpay\AurpayException $exception) {
                echo (new \ReflectionClass($exception))->getShortName(), " {$exception->getCode()} ",
                    strstr($exception->getMessage(), ': '), "\n";
            }
        }
    }
    $recorder->show();
}
?>
--EXPECT--
register
  201: []
  302: ApiException 302 : user already registered (code 302, HTTP status 302)
  406: ApiException 406 : your number not valid (code 406, HTTP status 406)
  406: ApiException 406 : phone number of user not valid (code 406, HTTP status 406)
  400: ApiException 400 : user_password: This field is required. (code 400, HTTP status 400)
  400: ApiException 400 : bad request (code 400, HTTP status 400)
  502: ApiException 502 : bad getway (code 502, HTTP status 502)
  502: ApiException 502 : bad gateway of sms gateway (code 502, HTTP status 502)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
POST /api/v2.1/register/ {"user_phone":"0249123456789","user_name":"doctor","user_password":"pass-word"}
verify
  200: {"token":"t-o-k-e-n","user_name":"doctor"}
  200: []
  203: ApiException 203 : wrong otp (code 203, HTTP status 203)
  400: ApiException 400 : user_otp: This field is required. (code 400, HTTP status 400)
  400: ApiException 400 : bad request (code 400, HTTP status 400)
  401: AuthenticationException 401 : your api key not valid (code 401, HTTP status 401)
  404: ApiException 404 : user not registered (code 404, HTTP status 404)
  404: ApiException 404 : user not registered (code 404, HTTP status 404)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
POST /api/v2.1/verify/ {"user_phone":"0249123456789","user_otp":"012345"}
login
  200: {"user_name":"doctor","status":"active"}
  200: []
  203: AuthenticationException 203 : wrong password (code 203, HTTP status 203)
  400: ApiException 400 : user_password: This field is required. (code 400, HTTP status 400)
  400: ApiException 400 : bad request (code 400, HTTP status 400)
  401: AuthenticationException 401 : your api key not valid (code 401, HTTP status 401)
  404: ApiException 404 : user not registered (code 404, HTTP status 404)
  404: ApiException 404 : user not registered (code 404, HTTP status 404)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
POST /api/v2.1/login/ {"user_phone":"0249123456789","user_password":"pass-word"}
resetPassword
  200: {"user_name":"doctor","status":"active"}
  200: []
  203: AuthenticationException 203 : not valid token (code 203, HTTP status 203)
  400: ApiException 400 : user_password: This field is required. (code 400, HTTP status 400)
  400: ApiException 400 : bad request (code 400, HTTP status 400)
  401: AuthenticationException 401 : your api key not valid (code 401, HTTP status 401)
  404: ApiException 404 : user not registered (code 404, HTTP status 404)
  404: ApiException 404 : user not registered (code 404, HTTP status 404)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
POST /api/v2.1/rest/password/ {"user_phone":"0249123456789","user_password":"pass-word"}
changePassword
  200: {"details":"password updated successful"}
  200: []
  203: ApiException 203 : wrong current password (code 203, HTTP status 203)
  203: ApiException 203 : wrong current password (code 203, HTTP status 203)
  400: ApiException 400 : new_password: This field is required. (code 400, HTTP status 400)
  400: ApiException 400 : bad request (code 400, HTTP status 400)
  401: AuthenticationException 401 : your api key not valid (code 401, HTTP status 401)
  404: ApiException 404 : user not registered (code 404, HTTP status 404)
  404: ApiException 404 : user not registered (code 404, HTTP status 404)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
  503: ApiException 503 : service not available (code 503, HTTP status 503)
POST /api/v2.1/change/password/ {"current_password":"pass-word","new_password":"new-word"}
balance
  200: {"response_code":0,"balance":"400","response_status":"Successful","uuid":"u-1"}
  200: []
  400: ApiException 400 : pan: This field is required. (code 400, HTTP status 400)
  400: ApiException 400 : bad request (code 400, HTTP status 400)
  401: AuthenticationException 401 : your api key not valid (code 401, HTTP status 401)
  406: ApiException 696 : SYSTEM_ERROR (code 696, HTTP status 406)
  406: ApiException 406 : service provider errors with code (code 406, HTTP status 406)
  502: ApiException 502 : bad getway (code 502, HTTP status 502)
  502: ApiException 502 : service provider down (code 502, HTTP status 502)
POST /api/v2.1/balance/inquiry/ {"pan":"04545678945679","ipin":"rtew==","uuid":"u-1","expiration_date":"0824"}
