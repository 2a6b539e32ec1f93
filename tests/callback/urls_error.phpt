--TEST--
A URL that is none, an empty list of them, or one of another type is misuse: a ValueError or TypeError, not a CallbackException
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;

require __DIR__ . '/callback.inc';

$callback = new Callback(TOKEN, SECRET);
foreach (['', '/wc-api/aurpay?order=32', 'shop.example/cb', "https://shop.example/\r\n", "https://shop.example/\0", [], [''], [null], [URL, ''], [URL, 1], [[URL]], [new \SplFileInfo(URL)], [URL, '/cb']] as $url) {
    throws(static fn () => $callback->verify($url, headers()));
}
foreach (['', '/cb', "https://shop.example/\n"] as $url) {
    throws(static fn () => $callback->sign($url));
}
?>
--EXPECT--
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must not be an empty list
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
TypeError: Aurpay\Callback::verify(): Argument #1 ($url) must be a string or a list of strings
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
TypeError: Aurpay\Callback::verify(): Argument #1 ($url) must be a string or a list of strings
TypeError: Aurpay\Callback::verify(): Argument #1 ($url) must be a string or a list of strings
TypeError: Aurpay\Callback::verify(): Argument #1 ($url) must be a string or a list of strings
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
ValueError: Aurpay\Callback::sign(): Argument #1 ($url) must be an absolute http or https URL
ValueError: Aurpay\Callback::sign(): Argument #1 ($url) must be an absolute http or https URL
ValueError: Aurpay\Callback::sign(): Argument #1 ($url) must be an absolute http or https URL
