--TEST--
An exception of the handler reaches the caller unchanged, whatever the method, and the client still works
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$thrown = new \DomainException('from the handler', 7);
$calls = 0;
$client = new Client('key', ['handler' => static function () use (&$thrown, &$calls) {
    $calls++;

    return $thrown ? throw $thrown : success('["fine"]');
}]);
foreach (['fiatCurrencies', 'refund'] as $method) {
    try {
        $client->orders()->$method(...($method === 'refund' ? ['1'] : []));
    } catch (\DomainException $caught) {
        var_dump($caught === $thrown, $caught->getPrevious(), $calls);
    }
}
$thrown = null;
show($client->orders()->fiatCurrencies());
?>
--EXPECT--
bool(true)
NULL
int(1)
bool(true)
NULL
int(2)
['fine']
