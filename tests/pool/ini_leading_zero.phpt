--TEST--
A pool setting with a leading zero is decimal, and no octal number that PHP reads as far as it can
--INI--
aurpay.max_idle_connections=09
aurpay.max_idle_seconds=09
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$orders = (new Client('key', $server->options()))->orders();
$orders->detail('1');
// Longer than an idle connection were kept if 09 were 0.
sleep(2);
$orders->detail('2');
echo "{$server->connections()} connection\n";
$server->stop();
?>
--EXPECT--
1 connection
