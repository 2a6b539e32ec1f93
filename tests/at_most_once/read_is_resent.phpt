--TEST--
A read on a connection that died is resent and succeeds: only reads may reach the server twice
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$client = new Client('key', $server->options());
$client->orders()->detail('1');
$server->script('close');
$data = $client->orders()->detail('2');
echo $data['target'], "\n";
echo 'executed: ', $server->executed(), "\n";

// Without a retry of ours, libcurl may still resend a read.
$client = new Client('key', $server->options(['retries' => 0]));
$server->script('close');
echo $client->orders()->detail('3')['target'], "\n";
$server->stop();
?>
--EXPECT--
/api/v2/order/detail/2
executed: 3
/api/v2/order/detail/3
