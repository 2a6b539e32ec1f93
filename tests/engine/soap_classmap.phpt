--TEST--
ext/soap creates objects from its class map without a constructor: every class refuses them, as $this and as an argument; they can be freed and dumped
--SKIPIF--
<?php

require __DIR__ . '/engine.inc';

if (\AurpayTest\php_with('soap') === null) {
    die('skip needs soap');
}
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/engine.inc';

run_command(...[...php_with('soap'), '-d', 'soap.wsdl_cache_enabled=0', __DIR__ . '/soap_classmap.inc']);
?>
--EXPECT--
Aurpay\Credentials Object ( [kind] => none [token] => *** )
Aurpay\Client Object ( )
Aurpay\Order Object ( )
Aurpay\Transaction Object ( )
Aurpay\Wallet Object ( )
Aurpay\Lightning Object ( )
Aurpay\Pages Object ( )
Aurpay\AzPays\Client Object ( )
Aurpay\AzPays\TransactionType Object ( )
Aurpay\EnayaPay\Client Object ( )
Aurpay\EnayaPay\Ipin Object ( )
Aurpay\Callback Object ( )
Error: The Aurpay\Credentials object has not been correctly initialized by its constructor
Error: The Aurpay\Client object has not been correctly initialized by its constructor
Error: The Aurpay\Pages object has not been correctly initialized by its constructor
