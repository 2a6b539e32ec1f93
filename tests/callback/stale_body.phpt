--TEST--
CallbackException::$body is the decoded body of a stale callback with a correct token and signature, so that the shop can call confirm(); for every other reason it is null
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\CallbackException;

require __DIR__ . '/../support/callbacks.php';

$old = headers(iso(-999));
$body = '{"order_id":"20250207040935220628","status":"PENDING","amount":0.00102549,"fee":1.50,"nested":{"n":[1,null]}}';
foreach ([
    'stale' => [$old, $body],
    'a BOM' => [$old, "\xef\xbb\xbf{\"order_id\":\"7\"}"],
    'an empty object' => [$old, '{}'],
    'no body' => [$old, null],
    'an empty body' => [$old, ''],
    'no JSON' => [$old, '<html>'],
    'a list' => [$old, '[{"order_id":"1"}]'],
    'another token' => [['Callback-Token' => 'x'] + $old, $body],
    'another signature' => [['Signature' => 'x'] + $old, $body],
    'no signature' => [['Signature' => ''] + $old, $body],
    'a repeated header' => [['Date' => [$old['Date'], $old['Date']]] + $old, $body],
    'no date' => [headers('now'), $body],
    'fresh, no JSON' => [headers(), '<html>'],
] as $name => [$headers, $text]) {
    try {
        (new Callback(TOKEN, SECRET))->verify(URL, $headers, $text);
        echo "believed\n";
    } catch (CallbackException $exception) {
        echo "{$name}: {$exception->reason->name} ", describe($exception->body), "\n";
    }
}
throws(static fn () => $exception->body = []);
$property = new \ReflectionProperty(CallbackException::class, 'body');
echo $property->getType(), $property->isReadOnly() ? ', read only' : '', "\n";
?>
--EXPECT--
stale: Stale [order_id: '20250207040935220628', status: 'PENDING', amount: '0.00102549', fee: '1.50', nested: [n: [1, NULL]]]
a BOM: Stale [order_id: '7']
an empty object: Stale []
no body: Stale []
an empty body: Stale []
no JSON: Stale NULL
a list: Stale NULL
another token: Token NULL
another signature: Signature NULL
no signature: MissingHeader NULL
a repeated header: RepeatedHeader NULL
no date: Date NULL
fresh, no JSON: Body NULL
Error: Cannot modify readonly property Aurpay\CallbackException::$body
?array, read only
