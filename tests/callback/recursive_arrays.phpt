--TEST--
Headers and URLs that contain themselves or are nested to any depth are refused without recursion
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;

require __DIR__ . '/../support/callbacks.php';

$deep = 'x';
for ($i = 0; $i < 5000; $i++) {
    $deep = [$deep];
}
$itself = [];
$itself[0] = &$itself;
$headers = ['Callback-Token' => TOKEN];
$headers['Date'] = &$headers;
$callback = new Callback(TOKEN, SECRET);
foreach (['Callback-Token', 'Date', 'Signature'] as $name) {
    verify([$name => $itself] + headers());
    verify([$name => $deep] + headers());
    verify([$name => [$deep, $deep]] + headers());
}
verify($headers);
$one = ['Date' => null];
$one['Date'] = &$one;
verify($one + headers());
verify(['X-Other' => $itself, 'X-Deep' => $deep] + headers());
foreach ([$itself, [URL, $deep], $headers] as $urls) {
    throws(static fn () => $callback->verify($urls, headers()));
}
?>
--EXPECT--
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
RepeatedHeader: The callback has more than one "Callback-Token" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
RepeatedHeader: The callback has more than one "Date" header
MissingHeader: The callback has no "Signature" header
MissingHeader: The callback has no "Signature" header
RepeatedHeader: The callback has more than one "Signature" header
RepeatedHeader: The callback has more than one "Date" header
MissingHeader: The callback has no "Date" header
[]
TypeError: Aurpay\Callback::verify(): Argument #1 ($url) must be a string or a list of strings
TypeError: Aurpay\Callback::verify(): Argument #1 ($url) must be a string or a list of strings
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
