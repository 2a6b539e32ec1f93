--TEST--
References among URLs, headers and their lists are followed; each verify() uses the current values
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\CallbackException;

require __DIR__ . '/../support/callbacks.php';

// Strings on the heap with no other reference.
$url = strrev(strrev(URL));
$token = strrev(strrev(TOKEN));
$date = iso();
$signature = signature($date);
$urls = ['https://other.example/', &$url];
$headers = ['Callback-Token' => &$token, 'Date' => [&$date], 'Signature' => &$signature, 'X' => &$headers];
$body = '{"n":1}';
$callback = new Callback(TOKEN, SECRET);
$judge = static function () use (&$urls, &$headers, &$body, $callback): void {
    try {
        show($callback->verify($urls, $headers, $body));
    } catch (CallbackException $exception) {
        echo $exception->reason->name, "\n";
    }
};
$judge();
$url = 'https://third.example/';
$judge();
$url = URL;
$token = 'x';
$judge();
$token = TOKEN;
$date = null;
$judge();
$date = iso();
$signature = signature($date);
$body = '[]';
$judge();
var_dump($url, count($urls), count($headers));
?>
--EXPECT--
[n: 1]
Signature
Token
MissingHeader
Body
string(43) "https://shop.example/wc-api/aurpay?order=32"
int(2)
int(4)
