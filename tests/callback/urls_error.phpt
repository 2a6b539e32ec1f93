--TEST--
A URL without scheme or host, an empty list of URLs, or a URL of another type is the shop's mistake: a ValueError or TypeError, not a CallbackException
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;

require __DIR__ . '/../support/callbacks.php';

$callback = new Callback(TOKEN, SECRET);
foreach ([
    '', '/wc-api/aurpay?order=32', 'shop.example/cb', 'ftp://shop.example/cb', 'https:/shop.example', 'https://', 'https:///cb', 'http://?x', "https://\0", 'https://:8080/', 'https://@shop.example/', 'https:// shop.example/', [], [''], [null], [URL, ''], [URL, 1], [[URL]], [new \SplFileInfo(URL)], [URL, '/cb'],
] as $url) {
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
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
ValueError: Aurpay\Callback::verify(): Argument #1 ($url) must be the full callback URL, as it was given to the platform
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
