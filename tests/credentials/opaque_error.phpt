--TEST--
Credentials are opaque: new, clone, serialize, unserialize, extends and dynamic properties are refused
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$credentials = Credentials::signature('the-token', 'the-secret', 'HMAC-SHA3_256');
throws(static fn () => new Credentials());
throws(static fn () => (new \ReflectionClass(Credentials::class))->newInstanceWithoutConstructor());
throws(static fn () => clone $credentials);
throws(static fn () => serialize($credentials));
throws(static fn () => unserialize('O:18:"Aurpay\Credentials":0:{}'));
throws(static fn () => unserialize('C:18:"Aurpay\Credentials":0:{}'));
throws(static function () use ($credentials) {
    $credentials->token = 'x';
});
var_dump((new \ReflectionClass(Credentials::class))->isFinal());
var_dump((array) $credentials, json_encode($credentials), get_object_vars($credentials));
?>
--EXPECT--
Error: Call to private Aurpay\Credentials::__construct() from global scope
ReflectionException: Class Aurpay\Credentials is an internal class marked as final that cannot be instantiated without invoking its constructor
Error: Trying to clone an uncloneable object of class Aurpay\Credentials
Exception: Serialization of 'Aurpay\Credentials' is not allowed
Exception: Unserialization of 'Aurpay\Credentials' is not allowed
Exception: Unserialization of 'Aurpay\Credentials' is not allowed
Error: Cannot create dynamic property Aurpay\Credentials::$token
bool(true)
array(0) {
}
string(2) "{}"
array(0) {
}
