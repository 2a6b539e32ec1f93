--TEST--
lastResponse() returns a copy: later calls do not change it, and writes to it change nothing else
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

$client = (new Recorder(refusal(5), success('[]')))->client();
try {
    $client->orders()->refund('1');
} catch (\Aurpay\ApiException) {
}
$first = $client->lastResponse();
$client->orders()->fiatCurrencies();
$second = $client->lastResponse();
$second['path'] = 'mine';
$second['timings']['total'] = 'mine';
echo $first['path'], ' ', $first['trace_id'], ' ', $client->lastResponse()['path'], ' ', get_debug_type($client->lastResponse()['timings']['total']), "\n";
?>
--EXPECT--
/api/v2/order/refund/1 trace-1 /api/order/pay/real-currency float
