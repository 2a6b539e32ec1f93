--TEST--
Headers are accepted as getallheaders(), $_SERVER, PSR-7 and Symfony give them: names in any case, values as strings or lists of one string
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

['Callback-Token' => $token, 'Date' => $date, 'Signature' => $signature] = headers();
foreach ([
    'getallheaders' => ['Host' => 'shop.example', 'Callback-Token' => $token, 'Date' => $date, 'Signature' => $signature, 'Content-Type' => 'application/json'],
    'capitals' => ['CALLBACK-TOKEN' => $token, 'DATE' => $date, 'SIGNATURE' => $signature],
    'odd capitals' => ['cALLBACK-tOKEN' => $token, 'dATE' => $date, 'sigNature' => $signature],
    '$_SERVER' => ['HTTP_HOST' => 'shop.example', 'HTTP_CALLBACK_TOKEN' => $token, 'HTTP_DATE' => $date, 'HTTP_SIGNATURE' => $signature, 'REQUEST_METHOD' => 'GET', 'argv' => [], 'REQUEST_TIME' => 1],
    'PSR-7' => ['Host' => ['shop.example'], 'Callback-Token' => [$token], 'Date' => [$date], 'Signature' => [$signature], 'Accept' => ['a', 'b']],
    'Symfony' => ['host' => ['shop.example'], 'callback-token' => [$token], 'date' => [$date], 'signature' => [$signature], 'x-php-ob-level' => ['1'], 'null' => [null]],
    'list with another key' => ['Callback-Token' => ['k' => $token], 'Date' => [7 => $date], 'Signature' => [$signature]],
    'references' => ['Callback-Token' => &$token, 'Date' => [&$date], 'Signature' => $signature],
    'int keys beside' => ['x', 'y', 'Callback-Token' => $token, 'Date' => $date, 'Signature' => $signature],
] as $shape => $headers) {
    echo $shape, ': ';
    verify($headers);
}
?>
--EXPECT--
getallheaders: []
capitals: []
odd capitals: []
$_SERVER: []
PSR-7: []
Symfony: []
list with another key: []
references: []
int keys beside: []
