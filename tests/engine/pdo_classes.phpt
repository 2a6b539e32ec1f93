--TEST--
PDO creates objects by calling a private constructor, past our check; these objects are refused
--SKIPIF--
<?php

require __DIR__ . '/engine.inc';

if (\AurpayTest\php_with('pdo', 'pdo_sqlite') === null) {
    die('skip needs pdo and pdo_sqlite');
}
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/engine.inc';

run_command(...[...php_with('pdo', 'pdo_sqlite'), __DIR__ . '/pdo_classes.inc']);
?>
--EXPECT--
Aurpay\Credentials Object ( [kind] => none [token] => *** )
Error: The Aurpay\Credentials object has not been correctly initialized by its constructor
Error: The Aurpay\Pages object has not been correctly initialized by its constructor
Error: The Aurpay\Pages object has not been correctly initialized by its constructor
