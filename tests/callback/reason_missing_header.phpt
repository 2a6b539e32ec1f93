--TEST--
CallbackReason::MissingHeader: one of the three headers is absent, empty, or neither a string nor a list of one; the message names it
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

verify([]);
foreach (array_keys(headers()) as $name) {
    $headers = headers();
    unset($headers[$name]);
    verify($headers);
    foreach (['', null, [], [''], [null], 1, false, [['x']]] as $value) {
        verify([$name => $value] + headers());
    }
}
?>
--EXPECT--
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Signature" header
MissingHeader: The callback has no "Signature" header
MissingHeader: The callback has no "Signature" header
MissingHeader: The callback has no "Signature" header
MissingHeader: The callback has no "Signature" header
MissingHeader: The callback has no "Signature" header
MissingHeader: The callback has no "Signature" header
MissingHeader: The callback has no "Signature" header
MissingHeader: The callback has no "Signature" header
