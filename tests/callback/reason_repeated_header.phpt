--TEST--
CallbackReason::RepeatedHeader: a header that occurs twice is refused, in whatever shape, even when both values are right
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

$headers = headers();
foreach ($headers as $name => $value) {
    verify([$name => [$value, $value]] + $headers);
    verify([$name => ['x', $value]] + $headers);
    verify([strtolower($name) => $value] + $headers);
    verify($headers + [strtoupper($name) => ['x']]);
    verify([str_replace('-', '_', strtolower($name)) . '' => $value, $name => $value] + $headers + [strtoupper($name) => '']);
}
verify(['Date' => [iso(), iso(), iso()]] + $headers);
?>
--EXPECT--
RepeatedHeader: The callback has more than one "Callback-Token" header
RepeatedHeader: The callback has more than one "Callback-Token" header
RepeatedHeader: The callback has more than one "Callback-Token" header
RepeatedHeader: The callback has more than one "Callback-Token" header
RepeatedHeader: The callback has more than one "Callback-Token" header
RepeatedHeader: The callback has more than one "Date" header
RepeatedHeader: The callback has more than one "Date" header
RepeatedHeader: The callback has more than one "Date" header
RepeatedHeader: The callback has more than one "Date" header
RepeatedHeader: The callback has more than one "Date" header
RepeatedHeader: The callback has more than one "Signature" header
RepeatedHeader: The callback has more than one "Signature" header
RepeatedHeader: The callback has more than one "Signature" header
RepeatedHeader: The callback has more than one "Signature" header
RepeatedHeader: The callback has more than one "Signature" header
RepeatedHeader: The callback has more than one "Date" header
