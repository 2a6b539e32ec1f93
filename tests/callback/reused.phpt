--TEST--
One Callback object verifies many callbacks, valid ones after invalid ones, and changes none of its arguments
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\CallbackException;

require __DIR__ . '/../support/callbacks.php';

$callback = new Callback(TOKEN, SECRET);
$urls = [URL, 'https://other.example/'];
$headers = ['Date' => [iso()], 'Callback-Token' => TOKEN, 'Signature' => signature(iso())];
$headers['Signature'] = signature($headers['Date'][0]);
[$urlsBefore, $headersBefore] = [serialize($urls), serialize($headers)];
for ($i = 0; $i < 3; $i++) {
    try {
        $callback->verify($urls, ['Signature' => 'bad'] + $headers);
        echo 'accepted';
    } catch (CallbackException $exception) {
        echo $exception->reason->name, ' ';
    }
    echo count($callback->verify($urls, $headers, '{"n":1}')), ' ';
}
var_dump(serialize($urls) === $urlsBefore, serialize($headers) === $headersBefore);
?>
--EXPECT--
Signature 1 Signature 1 Signature 1 bool(true)
bool(true)
