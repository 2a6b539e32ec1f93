--TEST--
No exception for misuse shows a secret in message, trace or dump, although traces contain arguments
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/leak.inc';

$client = new Client(Credentials::signature(SECRETS['api token'], SECRETS['api secret']));
foreach ([
    'apiKey' => static fn () => Credentials::apiKey(SECRETS['api key'] . "\n"),
    'signature' => static fn () => Credentials::signature(SECRETS['api token'], SECRETS['api secret'], 'none'),
    'signature without token' => static fn () => Credentials::signature(' ', SECRETS['api secret']),
    'accessToken' => static fn () => Credentials::accessToken(SECRETS['access token'] . ' '),
    'callback' => static fn () => new Callback(SECRETS['callback token'], SECRETS['callback secret'], -1),
    'client' => static fn () => new Client(SECRETS['api key'] . "\0"),
    'client options' => static fn () => new Client(SECRETS['api key'], ['verify' => false]),
    'proxy' => static fn () => new Client('key', ['proxy' => 'socks5://user:' . SECRETS['password'] . '@proxy.example']),
    'login' => static fn () => Client::login('', SECRETS['password']),
    'login options' => static fn () => Client::login('user', SECRETS['password'], ['timeout' => 0]),
    'params' => static fn () => $client->orders()->createPayUrl(['price' => 1, 'currency' => 'USD', 'callback_url' => 'http://shop.example/' . SECRETS['pay token']]),
    'request' => static fn () => $client->request('POST', '/x', ['otp' => SECRETS['password'], 'bad' => NAN]),
    'request value' => static fn () => $client->request('POST', '/x', ['otp' => SECRETS['password'] . "\xff"]),
    'filter' => static fn () => $client->orders()->list(['status' => SECRETS['password'], 'size' => 0]),
    'sign' => static fn () => $client->sign('HEAD', '/x', SECRETS['password']),
    'verify' => static fn () => (new Callback('t', 's'))->verify('/', ['Callback-Token' => SECRETS['callback token']], SECRETS['password']),
    'twice' => static fn () => $client->__construct(SECRETS['api key']),
] as $name => $call) {
    leaks($name, thrown_by($call));
}
?>
--EXPECT--
apiKey: fine
signature: fine
signature without token: fine
accessToken: fine
callback: fine
client: fine
client options: fine
proxy: fine
login: fine
login options: fine
params: fine
request: fine
request value: fine
filter: fine
sign: fine
verify: fine
twice: fine
