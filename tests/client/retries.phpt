--TEST--
The option retries says how often a read is retried: 2 by default, 0 for never; any other call is sent once
--FILE--
<?php

namespace AurpayTest;

use Aurpay\ApiException;

require __DIR__ . '/../support/recorder.php';

$unavailable = ['status' => 503, 'body' => '{"code":503,"result":false,"message":"busy"}'];
foreach ([[], ['retries' => 0], ['retries' => 1], ['retries' => 3]] as $options) {
    $recorder = new Recorder($unavailable);
    $client = $recorder->client('key', $options);
    throws(static fn () => $client->orders()->fiatCurrencies());
    echo count($recorder->requests), ' requests, ', $client->lastResponse()['retries'], " retries\n";
}
$recorder = new Recorder($unavailable);
throws(static fn () => $recorder->client('key', ['retries' => 10])->orders()->refund('1'));
echo count($recorder->requests), " request\n";

$recorder = new Recorder($unavailable, success('[1]'));
show($recorder->client()->orders()->fiatCurrencies());
echo count($recorder->requests), " requests\n";
?>
--EXPECT--
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: busy (code 503, HTTP status 503) after 2 retries
3 requests, 2 retries
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: busy (code 503, HTTP status 503)
1 requests, 0 retries
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: busy (code 503, HTTP status 503) after 1 retry
2 requests, 1 retries
Aurpay\ApiException: GET /api/order/pay/real-currency was refused: busy (code 503, HTTP status 503) after 3 retries
4 requests, 3 retries
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it was refused: busy (code 503, HTTP status 503); Order::detail() tells whether the order was refunded
1 request
[1]
2 requests
