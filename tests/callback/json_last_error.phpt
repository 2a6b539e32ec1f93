--TEST--
verify() leaves json_last_error() alone, whether the body parses or not
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

json_decode('{');
verify(headers(), body: '{"amount":1.5}');
echo json_last_error(), "\n";
json_decode('1');
verify(headers(), body: '{');
echo json_last_error(), "\n";
?>
--EXPECT--
[amount: '1.5']
4
Body: The callback's body is not a JSON object
0
