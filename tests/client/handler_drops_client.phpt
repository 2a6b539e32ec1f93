--TEST--
A handler may drop the last references to the client and to itself while it runs
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$client = new Client('key', ['handler' => static function () use (&$client, &$orders): array {
    $client = $orders = null;
    gc_collect_cycles();

    return success('["still answered"]');
}]);
$orders = $client->orders();
show($orders->fiatCurrencies());
var_dump($client, $orders);

$client = new Client('key', ['handler' => static function () use (&$client): array {
    $client = null;

    return ['status' => 401, 'body' => '{"code":401,"result":false,"message":"key is not known"}'];
}]);
throws(static fn () => $client->fetchApiKey());
?>
--EXPECT--
['still answered']
NULL
NULL
Aurpay\AuthenticationException: GET /api/plugin/key was refused: *** is not known (code 401, HTTP status 401)
