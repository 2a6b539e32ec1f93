--TEST--
A well-formed envelope under a status that is not the API's gives an exception with a complete message
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/answers.inc';

foreach ([302, 500] as $status) {
    foreach (['{"code":0,"result":true,"data":{}}', '{"code":5,"result":false,"message":"no"}'] as $body) {
        $orders = (new Recorder(['status' => $status, 'body' => $body]))->client('key', ['retries' => 0])->orders();
        foreach ([static fn () => $orders->detail('1'), static fn () => $orders->refund('1')] as $call) {
            $message = caught($call)->getMessage();
            echo preg_match('/\(null\)|: \(|refused: no reason given.*code 0/', $message) ? "odd: {$message}" : 'fine', "\n";
        }
    }
}
?>
--EXPECT--
fine
fine
fine
fine
fine
fine
fine
fine
