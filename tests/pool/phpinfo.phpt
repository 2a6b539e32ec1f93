--TEST--
phpinfo() shows the pool's settings and its counts for this process
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

function rows(string $filter): void
{
    ob_start();
    (new \ReflectionExtension('aurpay'))->info();
    preg_match_all("~^(?:{$filter}).*$~m", ob_get_clean(), $rows);
    echo implode("\n", $rows[0]), "\n";
}

rows('aurpay\.|Requests|Connections');
$server = fault_server();
$client = new Client('key', $server->options());
$client->orders()->detail('1');
$client->orders()->detail('2');
rows('Requests|Connections');
$server->stop();
?>
--EXPECT--
Requests of this process => 0
Connections opened => 0
Requests on a connection opened before => 0
aurpay.max_idle_connections => 8 => 8
aurpay.max_idle_seconds => 60 => 60
aurpay.max_connection_seconds => 600 => 600
Requests of this process => 2
Connections opened => 1
Requests on a connection opened before => 1
