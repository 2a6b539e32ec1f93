--TEST--
No exception of a call shows the caller's credentials, even when the server echoes them in its message, data or trace id
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/leak.inc';

$all = SECRETS['api key'] . SECRETS['api token'] . SECRETS['api secret'] . SECRETS['access token'];
$echo = json_encode(['code' => 0, 'result' => false, 'message' => "bad: {$all}", 'data' => [$all, ['deep' => ["x{$all}x"]]]]);
$json = json_encode(['detail' => $all, 'nested' => [[$all]]]);
foreach ([
    'key' => SECRETS['api key'],
    'signature' => Credentials::signature(SECRETS['api token'], SECRETS['api secret']),
    'access token' => Credentials::accessToken(SECRETS['access token']),
] as $name => $credentials) {
    foreach ([200 => $echo, 401 => str_replace('"code":0', '"code":401', $echo), 429 => $echo, 500 => $echo, 400 => $json, 404 => $echo, 502 => $json, 302 => $echo, 503 => "<html>{$all}"] as $status => $body) {
        $orders = (new Recorder(['status' => $status, 'body' => $body]))->client($credentials, ['retries' => 0])->orders();
        foreach ([static fn () => $orders->detail('1'), static fn () => $orders->refund('1'), static fn () => $orders->createPayUrl(['price' => 1, 'currency' => 'USD'])] as $call) {
            $shown = everything_shown(thrown_by($call));
            foreach ($name === 'key' ? ['api key'] : ($name === 'signature' ? ['api token', 'api secret'] : ['access token']) as $secret) {
                if (str_contains($shown, SECRETS[$secret])) {
                    echo "{$name}, {$status}: LEAKS {$secret}\n";
                }
            }
        }
    }
    echo $name, " is done\n";
}
?>
--EXPECT--
key is done
signature is done
access token is done
