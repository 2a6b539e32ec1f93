--TEST--
AzPays: both spellings of its envelope, exact amounts, one page and all pages of transactions
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays\Client;

require __DIR__ . '/../support/recorder.php';

$play = static function (string ...$bodies): array {
    $recorder = new Recorder(...array_map(static fn (string $body): array => ['body' => $body], $bodies));

    return [new Client('token', ['handler' => $recorder]), $recorder];
};
$amount = '123456789012345678.123456789012345678';

[$client, $recorder] = $play('{"succeed":true,"message":"ok","results":[{"uuid":"a","status":11011,"balance":0.1,"freeze":0}],"metas":[]}');
echo json_encode($client->purses()), "\n";
$recorder->show();
[$client] = $play('{"succeed":true,"message":"ok","result":[{"uuid":"a","balance":1e2}],"meta":[]}');
echo json_encode($client->purses()), "\n";
[$client, $recorder] = $play('{"succeed":true,"result":{"id":"0f1e-2d3c","balance":"' . $amount . '"}}');
echo json_encode($client->purse('0f1e-2d3c')), "\n";
$recorder->show();
[$client, $recorder] = $play('{"succeed":true,"result":[{"uuid":"t","amount":' . $amount . ',"payer":"x"}],"meta":{"current_page":2}}');
echo json_encode($client->transactions(['page' => 2])), "\n";
$recorder->show();
foreach (['{"succeed":true,"results":[]}', '{"succeed":true,"result":[],"meta":null}'] as $body) {
    [$client] = $play($body);
    echo json_encode($client->transactions()), "\n";
}
[$client, $recorder] = $play('{"succeed":true,"results":{"uuid":"t-1","status":12300.5}}');
echo json_encode($client->transaction('t-1')), "\n";
$recorder->show();

$page = static fn (int $number, string $list): string => '{"succeed":true,"result":' . $list . ',"meta":{"current_page":' . $number . '}}';
[$client, $recorder] = $play($page(1, '[{"n":1},{"n":2}]'), $page(2, '[{"n":3}]'), $page(3, '[]'));
foreach ($client->eachTransaction() as $key => $transaction) {
    echo "{$key}: {$transaction['n']}\n";
}
$recorder->show();

[$client] = $play('{"succeed":false,"message":"no such purse"}');
throws(static fn () => $client->purse('x'));
[$client] = $play('{"uuid":"x"}');
throws(static fn () => $client->purse('x'));
throws(static fn () => $client->purse('../x'));
?>
--EXPECT--
[{"uuid":"a","status":11011,"balance":"0.1","freeze":"0"}]
GET /v1/purses
[{"uuid":"a","balance":"100"}]
{"id":"0f1e-2d3c","balance":"123456789012345678.123456789012345678"}
GET /v1/purses/0f1e-2d3c
{"data":[{"uuid":"t","amount":"123456789012345678.123456789012345678","payer":"x"}],"meta":{"current_page":2}}
GET /v1/transactions?page=2
{"data":[],"meta":[]}
{"data":[],"meta":[]}
{"uuid":"t-1","status":"12300.5"}
GET /v1/transactions/t-1
0: 1
1: 2
2: 3
GET /v1/transactions?page=1
GET /v1/transactions?page=2
GET /v1/transactions?page=3
Aurpay\ApiException: GET /v1/purses/x was refused: no such purse (code 0, HTTP status 200)
Aurpay\ResponseException: GET /v1/purses/x got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
ValueError: Aurpay\AzPays\Client::purse(): Argument #1 ($id) must be an id: 1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen
