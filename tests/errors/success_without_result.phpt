--TEST--
An envelope that says neither success nor failure (code 0, result absent or not a boolean) does not prove that a POST was not executed
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

$bodies = ['{"code":0,"data":{}}', '{"code":0,"result":null,"data":{}}', '{"code":0,"result":1,"data":{}}',
    '{"code":0,"result":"true","data":{}}', '{"code":0,"result":false,"data":null}', '{"code":7,"result":true,"data":null}'];
foreach ($bodies as $body) {
    $client = new Client('key', ['retries' => 0, 'handler' => static fn (): array => ['body' => $body]]);
    try {
        $client->orders()->refund('1');
        $outcome = 'success';
    } catch (\Throwable $thrown) {
        $outcome = $thrown::class;
    }
    echo "{$body}: {$outcome}\n";
}
?>
--EXPECT--
{"code":0,"data":{}}: Aurpay\OutcomeUnknownException
{"code":0,"result":null,"data":{}}: Aurpay\OutcomeUnknownException
{"code":0,"result":1,"data":{}}: Aurpay\OutcomeUnknownException
{"code":0,"result":"true","data":{}}: Aurpay\OutcomeUnknownException
{"code":0,"result":false,"data":null}: Aurpay\ApiException
{"code":7,"result":true,"data":null}: Aurpay\ApiException
