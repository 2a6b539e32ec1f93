--TEST--
Client, Order and Callback are final; they cannot be cloned, serialised or made without a constructor, and have no dynamic properties
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Order;

require __DIR__ . '/../support/recorder.php';

$client = new Client('key');
foreach ([$client, new Order($client), new Callback('token', 'secret')] as $object) {
    $class = $object::class;
    var_dump((new \ReflectionClass($class))->isFinal());
    throws(static fn () => clone $object);
    throws(static fn () => serialize($object));
    throws(static fn () => serialize([$object]));
    throws(static fn () => unserialize('O:' . strlen($class) . ':"' . $class . '":0:{}'));
    throws(static fn () => (new \ReflectionClass($class))->newInstanceWithoutConstructor());
    throws(static fn () => $object->anything = 1);
}
?>
--EXPECT--
bool(true)
Error: Trying to clone an uncloneable object of class Aurpay\Client
Exception: Serialization of 'Aurpay\Client' is not allowed
Exception: Serialization of 'Aurpay\Client' is not allowed
Exception: Unserialization of 'Aurpay\Client' is not allowed
ReflectionException: Class Aurpay\Client is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Cannot create dynamic property Aurpay\Client::$anything
bool(true)
Error: Trying to clone an uncloneable object of class Aurpay\Order
Exception: Serialization of 'Aurpay\Order' is not allowed
Exception: Serialization of 'Aurpay\Order' is not allowed
Exception: Unserialization of 'Aurpay\Order' is not allowed
ReflectionException: Class Aurpay\Order is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Cannot create dynamic property Aurpay\Order::$anything
bool(true)
Error: Trying to clone an uncloneable object of class Aurpay\Callback
Exception: Serialization of 'Aurpay\Callback' is not allowed
Exception: Serialization of 'Aurpay\Callback' is not allowed
Exception: Unserialization of 'Aurpay\Callback' is not allowed
ReflectionException: Class Aurpay\Callback is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Cannot create dynamic property Aurpay\Callback::$anything
