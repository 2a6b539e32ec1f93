--TEST--
What request() sends under the name of a documented secret is masked in everything that is shown, wherever it stands among the parameters
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/leak.inc';

$echo = static fn (string $method, string $target, array $headers, string $body): array => ['status' => 400, 'body' => json_encode(['message' => "bad: {$body}", 'details' => $body, 'sent' => json_decode($body)])];
$secret = SECRETS['password'];
foreach ([
    [new Client('key', ['handler' => $echo]), ['password', 'verify_code', 'token', 'access_token', 'api_key']],
    [new AzPays\Client('key', ['handler' => $echo]), ['code', 'token', 'access_token']],
    [new EnayaPay\Client('key', ['handler' => $echo]), ['user_password', 'user_otp', 'current_password', 'new_password', 'pan', 'ipin', 'expiration_date', 'token']],
] as [$client, $names]) {
    foreach ($names as $name) {
        foreach ([
            'at the top' => [$name => $secret],
            'deep' => ['a' => [['b' => [$name => $secret]]]],
            'a list' => [$name => ['x', $secret]],
        ] as $place => $params) {
            leaks("{$name}, {$place}", thrown_by(static fn () => $client->request('POST', '/x', ['copy' => $secret] + $params)));
        }
    }
}

echo "in the query of the path\n";
$client = new Client('key', ['handler' => static fn (string $method, string $target): array => ['status' => 400, 'body' => json_encode(['message' => "{$target} has a wrong token " . rawurldecode(explode('=', $target)[2])])]]);
throws(static fn () => $client->request('GET', '/api/x?page=2&token=' . rawurlencode('to/k+en %41') . '&password'));
throws(static fn () => $client->request('DELETE', '/api/x?a=1&access_token=abc'));
throws(static fn () => $client->request('GET', '/api/x?page=2&acc%65ss_token=abcd'));

echo "a one-time password that is an int\n";
try {
    (new EnayaPay\Client('key', ['handler' => $echo]))->request('POST', '/x', ['user_otp' => 987654, 'user_phone' => '0249']);
} catch (\Aurpay\ApiException $exception) {
    echo $exception->getMessage(), "\n", json_encode($exception->response['sent']), "\n";
}

echo "more secrets than anybody has: nothing from outside is shown\n";
try {
    (new EnayaPay\Client('key', ['handler' => $echo]))->request('POST', '/x', ['all' => array_map(static fn (int $i): array => ['pan' => "card {$i}"], range(1, 40))]);
} catch (\Aurpay\ApiException $exception) {
    echo $exception->getMessage(), ' ', json_encode($exception->response), "\n";
}
?>
--EXPECT--
password, at the top: fine
password, deep: fine
password, a list: fine
verify_code, at the top: fine
verify_code, deep: fine
verify_code, a list: fine
token, at the top: fine
token, deep: fine
token, a list: fine
access_token, at the top: fine
access_token, deep: fine
access_token, a list: fine
api_key, at the top: fine
api_key, deep: fine
api_key, a list: fine
code, at the top: fine
code, deep: fine
code, a list: fine
token, at the top: fine
token, deep: fine
token, a list: fine
access_token, at the top: fine
access_token, deep: fine
access_token, a list: fine
user_password, at the top: fine
user_password, deep: fine
user_password, a list: fine
user_otp, at the top: fine
user_otp, deep: fine
user_otp, a list: fine
current_password, at the top: fine
current_password, deep: fine
current_password, a list: fine
new_password, at the top: fine
new_password, deep: fine
new_password, a list: fine
pan, at the top: fine
pan, deep: fine
pan, a list: fine
ipin, at the top: fine
ipin, deep: fine
ipin, a list: fine
expiration_date, at the top: fine
expiration_date, deep: fine
expiration_date, a list: fine
token, at the top: fine
token, deep: fine
token, a list: fine
in the query of the path
Aurpay\ApiException: GET /api/x was refused: /api/x?page=2&token=***&password has a wrong token ***&password (code 0, HTTP status 400)
Aurpay\ApiException: DELETE /api/x was refused: /api/x?a=1&access_token=*** has a wrong token *** (code 0, HTTP status 400)
Aurpay\ApiException: GET /api/x was refused: /api/x?page=2&acc%65ss_token=*** has a wrong token *** (code 0, HTTP status 400)
a one-time password that is an int
POST /api/v2.1/x was refused: {"user_otp":***,"user_phone":"0249"} (code 400, HTTP status 400)
{"user_otp":"***","user_phone":"0249"}
more secrets than anybody has: nothing from outside is shown
POST *** was refused: *** (code 400, HTTP status 400) {"***":{"***":{"***":{"***":"***"}}}}
