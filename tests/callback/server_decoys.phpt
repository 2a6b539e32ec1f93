--TEST--
In $_SERVER only HTTP_ keys are headers: environment variables such as DATE or SIGNATURE have no effect
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

['Callback-Token' => $token, 'Date' => $date, 'Signature' => $signature] = headers();
$server = ['HTTP_HOST' => 'shop.example', 'HTTP_CALLBACK_TOKEN' => $token, 'HTTP_DATE' => $date, 'HTTP_SIGNATURE' => $signature];
$environment = ['DATE' => 'Mon', 'SIGNATURE' => '<address>Apache</address>', 'CALLBACK_TOKEN' => 'x', 'SERVER_SIGNATURE' => 'x', 'Date' => 'x', 'callback-token' => 'x', 'HTTP_' => 'x', 'HTTPS' => 'on', 'HTTP_X_DATE' => 'x'];
verify($environment + $server);
verify($server + $environment);
// A variable of the environment alone is no header.
verify(['HTTP_HOST' => 'x', 'CALLBACK_TOKEN' => $token, 'DATE' => $date, 'SIGNATURE' => $signature]);
verify(['HTTP_HOST' => 'x', 'HTTP_CALLBACK_TOKEN' => $token, 'DATE' => $date, 'HTTP_SIGNATURE' => $signature]);
verify(['HTTP_HOST' => 'x', 'REDIRECT_HTTP_DATE' => $date, 'HTTP_CALLBACK_TOKEN' => $token, 'HTTP_SIGNATURE' => $signature]);
?>
--EXPECT--
[]
[]
MissingHeader: The callback has no "Callback-Token" header
MissingHeader: The callback has no "Date" header
MissingHeader: The callback has no "Date" header
