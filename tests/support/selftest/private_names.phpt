--TEST--
tests/support: a name of the private name server has the address that the test gives it
--SKIPIF--
<?php

require __DIR__ . '/../harness.php';
AurpayTest\skip_unless_private_names();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../harness.php';

$names = new PrivateNames();
echo gethostbyname('gateway.test'), ' ', gethostbyname('ipv4.test'), "\n";
$names->point('gateway.test', '127.0.0.2');
echo gethostbyname('gateway.test'), ' ', gethostbyname('Gateway.Test'), ' ', gethostbyname('other.test'), "\n";
$names->stop();
?>
--EXPECT--
127.0.0.1 127.0.0.1
127.0.0.2 127.0.0.2 127.0.0.1
