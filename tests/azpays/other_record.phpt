--TEST--
AzPays: the answer for another purse or transaction is a ResponseException; uuid or id suffices, and an answer may name neither
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays\Client;

require __DIR__ . '/../support/harness.php';

$client = static fn (string $result): Client => new Client('token', [
    'handler' => static fn (): array => ['body' => '{"succeed":true,"message":"ok","result":' . $result . '}'],
]);
$calls = [
    'purse' => static fn (string $result) => $client($result)->purse('9d3c'),
    'transaction' => static fn (string $result) => $client($result)->transaction('9d3c'),
    'transactionsByUuid' => static function (string $result) use ($client): array {
        $transaction = $client($result)->transactionsByUuid(['9d3c'])['9d3c'];

        return $transaction instanceof \Throwable ? throw $transaction : $transaction;
    },
];
$right = ['{"uuid":"9d3c"}', '{"id":"9d3c"}', '{"id":17,"uuid":"9d3c"}', '{"uuid":"x","id":"9d3c"}', '{"uuid":null,"id":"9d3c"}', '{"name":"Shop"}'];
$wrong = ['{"uuid":"9d3d"}', '{"id":"9d3d"}', '{"id":17}', '{"uuid":"9D3C"}', '{"uuid":"a","id":"b"}', '{"uuid":null,"id":"b"}'];
foreach ($calls as $name => $call) {
    $taken = array_filter($right, static fn (string $result) => is_array($call($result)));
    echo "{$name}: ", count($taken), ' of ', count($right), " are right\n";
    foreach ($wrong as $result) {
        throws(static fn () => $call($result));
    }
}
?>
--EXPECT--
purse: 6 of 6 are right
Aurpay\ResponseException: GET /v1/purses/9d3c got the answer for another record: its uuid is "9d3d", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/purses/9d3c got the answer for another record: its id is "9d3d", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/purses/9d3c got the answer for another record: its id is "17", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/purses/9d3c got the answer for another record: its uuid is "9D3C", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/purses/9d3c got the answer for another record: its uuid is "a", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/purses/9d3c got the answer for another record: its id is "b", not "9d3c" (HTTP status 200)
transaction: 6 of 6 are right
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its uuid is "9d3d", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its id is "9d3d", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its id is "17", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its uuid is "9D3C", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its uuid is "a", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its id is "b", not "9d3c" (HTTP status 200)
transactionsByUuid: 6 of 6 are right
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its uuid is "9d3d", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its id is "9d3d", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its id is "17", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its uuid is "9D3C", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its uuid is "a", not "9d3c" (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/9d3c got the answer for another record: its id is "b", not "9d3c" (HTTP status 200)
