--TEST--
After details() lastResponse() describes the last id, and stats() counts every request
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server();
$client = new Client('key', $server->options());
$before = Client::stats();
$client->orders()->details(['a', 'b', 'c']);
$last = $client->lastResponse();
echo "{$last['method']} {$last['path']} {$last['status']}, ", Client::stats()['requests'] - $before['requests'], " requests\n";
$client->orders()->details([]);
echo $client->lastResponse()['path'], "\n";
$server->stop();
?>
--EXPECT--
GET /api/v2/order/detail/c 200, 3 requests
/api/v2/order/detail/c
