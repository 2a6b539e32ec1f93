--TEST--
No dump, export, cast or serialisation of Credentials, Client, Order or Callback shows a secret
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\Order;

require __DIR__ . '/leak.inc';

$all = [
    'api key' => Credentials::apiKey(SECRETS['api key']),
    'signature' => Credentials::signature(SECRETS['api token'], SECRETS['api secret']),
    'access token' => Credentials::accessToken(SECRETS['access token']),
    'callback' => new Callback(SECRETS['callback token'], SECRETS['callback secret']),
    'client' => new Client(SECRETS['api key'], ['proxy' => 'http://user:' . SECRETS['password'] . '@127.0.0.1:1']),
];
$all['signing client'] = new Client($all['signature']);
$all['orders'] = new Order($all['client']);
foreach ($all as $name => $object) {
    leaks($name, $object);
}
leaks('all', $all);
?>
--EXPECT--
api key: fine
signature: fine
access token: fine
callback: fine
client: fine
signing client: fine
orders: fine
all: fine
