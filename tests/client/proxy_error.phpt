--TEST--
A proxy that is not an http or https URL is a ValueError
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

foreach (['', 'proxy.example:3128', 'socks5://127.0.0.1', 'file:///x', "http://127.0.0.1\r\n", "http://127.0.0.1\0", 'http://'] as $proxy) {
    expect_exception(static fn () => new Client('key', ['proxy' => $proxy]), \ValueError::class);
}
?>
--EXPECT--
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be an absolute http or https URL
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be an absolute http or https URL
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be an absolute http or https URL
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be an absolute http or https URL
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be an absolute http or https URL
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be an absolute http or https URL
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) option "proxy" must be an absolute http or https URL
