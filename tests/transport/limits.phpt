--TEST--
A read ends with a reason of its own when the answer is silent, dripping, endless, a compression bomb or too deep
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$options = ['retries' => 0, 'max_response_bytes' => 100000];
// Only the calls that the deadline ends have a short timeout.
$hasty = new Client('key', $server->options($options + ['timeout' => 0.5]));
$patient = new Client('key', $server->options($options));
$faults = [
    [$hasty, 'silent'], [$hasty, 'drip'], [$patient, 'endless'],
    [$patient, ['do' => 'gzip_bomb', 'megabytes' => 50]], [$patient, ['do' => 'deep_json', 'levels' => 65]],
];
foreach ($faults as [$client, $fault]) {
    $server->script($fault);
    throws(static fn () => $client->orders()->detail('1'));
}
// The abandoned connection is not reused, and the process goes on.
echo $client->orders()->detail('2')['target'], "\n";
$server->stop();
?>
--EXPECTF--
Aurpay\TransportException: GET /api/v2/order/detail/1 failed: timed out after N seconds (option timeout) before 127.0.0.1:PORT answered
Aurpay\TransportException: GET /api/v2/order/detail/1 failed: timed out after N seconds (option timeout) in the middle of the answer from 127.0.0.1:PORT
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: more bytes than the option max_response_bytes allows (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: more bytes than the option max_response_bytes allows (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: JSON nested more than 64 levels deep (HTTP status 200)
/api/v2/order/detail/2
