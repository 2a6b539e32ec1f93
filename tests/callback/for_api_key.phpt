--TEST--
A merchant without a callback token compares the API key, in any header shape, and nothing else is compared
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\CallbackException;

require __DIR__ . '/../support/harness.php';

$callback = Callback::forApiKey('merchant-key');
$url = 'https://shop.example/cb?order=1';
$try = static function (array $headers, ?string $body = null) use ($callback, $url): void {
    try {
        echo json_encode($callback->verify($url, $headers, $body)), "\n";
    } catch (CallbackException $exception) {
        echo $exception->reason->name, ': ', $exception->getMessage(), "\n";
    }
};
$try(['Api-Key' => 'merchant-key'], '{"order_id":"1","amount":0.5}');
$try(['api-key' => ['merchant-key']]);
$try(['HTTP_API_KEY' => 'merchant-key', 'API_KEY' => 'other']);
$try($callback->sign($url));
$try($callback->sign($url, server: true));
$try(['Api-Key' => 'merchant-kez']);
$try(['Api-Key' => 'merchant-key', 'API-KEY' => 'merchant-key']);
$try(['Callback-Token' => 'merchant-key']);
$try(['Api-Key' => 'merchant-key'], '[1]');
throws(static fn () => Callback::forApiKey(' '));
throws(static fn () => Callback::forApiKey("a\r\nb"));
?>
--EXPECTF--
{"order_id":"1","amount":"0.5"}
[]
[]
[]
[]
Token: The callback's API key is not the merchant's
RepeatedHeader: The callback has more than one "Api-Key" header
MissingHeader: The callback has no "Api-Key" header
Body: The callback's body is not a JSON object
ValueError: Aurpay\Callback::forApiKey(): Argument #1 ($apiKey) must not be empty or blank
ValueError: Aurpay\Callback::forApiKey(): Argument #1 ($apiKey) must be %s
