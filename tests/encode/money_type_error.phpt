--TEST--
An amount that is neither int, string nor float is a TypeError that names the field; objects are never converted
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/body.inc';

final class Amount implements \Stringable, \JsonSerializable
{
    public function __toString(): string
    {
        echo 'user code ran';

        return '10';
    }

    public function jsonSerialize(): mixed
    {
        echo 'user code ran';

        return 10;
    }
}

$server = fault_server();
$orders = (new Client('key', $server->options()))->orders();
foreach ([true, false, [], [10], new \stdClass(), new Amount(), static fn () => 10, STDIN] as $price) {
    expect_exception(static fn () => $orders->createPayUrl(['price' => $price, 'currency' => 'USD']), \TypeError::class);
}
nothing_on_the_wire($server);
?>
--EXPECT--
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an amount (an int, a decimal string, or a float), bool given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an amount (an int, a decimal string, or a float), bool given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an amount (an int, a decimal string, or a float), array given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an amount (an int, a decimal string, or a float), array given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an amount (an int, a decimal string, or a float), stdClass given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an amount (an int, a decimal string, or a float), AurpayTest\Amount given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an amount (an int, a decimal string, or a float), Closure given
TypeError: Aurpay\Order::createPayUrl(): Argument #1 ($params) key "price" must be an amount (an int, a decimal string, or a float), resource given
requests: 0, connections: 0
