--TEST--
sign() makes the headers that the platform would send now, in the form of getallheaders() or of $_SERVER
--INI--
date.timezone=Asia/Kathmandu
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;

require __DIR__ . '/../support/callbacks.php';

$callback = new Callback(TOKEN, SECRET);
$headers = $callback->sign(URL);
echo implode(' ', array_keys($headers)), "\n";
var_dump($headers['Callback-Token'] === TOKEN, $headers['Signature'] === signature($headers['Date']), abs(strtotime($headers['Date']) - time()) < 60);
verify($headers);
$server = $callback->sign(URL, server: true);
echo implode(' ', array_keys($server)), "\n";
verify($server + $_SERVER);
show($callback->sign('https://api.you.com/callback?id=32', '2024-06-17T02:00:00.5+02:00', true) === [
    'HTTP_CALLBACK_TOKEN' => TOKEN,
    'HTTP_DATE' => '2024-06-17T02:00:00.5+02:00',
    'HTTP_SIGNATURE' => signature('2024-06-17T02:00:00.5+02:00', 'https://api.you.com/callback?id=32'),
]);
?>
--EXPECT--
Callback-Token Date Signature
bool(true)
bool(true)
bool(true)
[]
HTTP_CALLBACK_TOKEN HTTP_DATE HTTP_SIGNATURE
[]
true
