--TEST--
Two objects of one of our classes are never equal, whatever they hold; each equals itself
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\EnayaPay;

require __DIR__ . '/engine.inc';

$client = new Client('key');
foreach ([
    static fn () => Credentials::signature('token', 'secret'),
    static fn () => new Client('key'),
    static fn () => new AzPays\Client('token'),
    static fn () => new EnayaPay\Client('key'),
    static fn () => new Callback('token', 'secret'),
    static fn () => $client->orders(),
    static fn () => $client->transactions(),
    static fn () => $client->wallet(),
    static fn () => $client->lightning(),
    static fn () => $client->orders()->each(),
] as $make) {
    [$one, $other] = [$make(), $make()];
    echo $one::class, ': ', json_encode([$one == $one, $one === $one, $one == $other, $one <=> $other, $one < $other, in_array($other, [$one]), $one == 'text', [$one] == [$other]]), "\n";
}
?>
--EXPECT--
Aurpay\Credentials: [true,true,false,1,false,false,false,false]
Aurpay\Client: [true,true,false,1,false,false,false,false]
Aurpay\AzPays\Client: [true,true,false,1,false,false,false,false]
Aurpay\EnayaPay\Client: [true,true,false,1,false,false,false,false]
Aurpay\Callback: [true,true,false,1,false,false,false,false]
Aurpay\Order: [true,true,false,1,false,false,false,false]
Aurpay\Transaction: [true,true,false,1,false,false,false,false]
Aurpay\Wallet: [true,true,false,1,false,false,false,false]
Aurpay\Lightning: [true,true,false,1,false,false,false,false]
Aurpay\Pages: [true,true,false,1,false,false,false,false]
