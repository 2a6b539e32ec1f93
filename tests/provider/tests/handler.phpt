--TEST--
An added provider: the names of its table are used on the wire, in requests, answers, pages and messages
--SKIPIF--
<?php
if (!class_exists('Aurpay\Quay\Client')) {
    die('skip needs the build of ./dev test --provider');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Quay\Client;

require __DIR__ . '/../support/recorder.php';

/** @return array{Client, Recorder} */
function play(string ...$bodies): array
{
    $recorder = new Recorder(...array_map(static fn (string $body): array => ['body' => $body], $bodies));

    return [new Client('key', ['handler' => $recorder]), $recorder];
}

function yes(string $payload): string
{
    return '{"ok":true,"payload":' . $payload . '}';
}

echo "-- a read: money, headers\n";
[$client, $recorder] = play(yes('{"available":18.50,"count":3}'));
show($client->balance());
show($recorder->requests[0]['headers']);
$recorder->show();
[$client] = play('{"ok":false,"error":"the quay is closed","ref":"r-1"}');
$refusal = throws(static fn () => $client->balance());
show($refusal->traceId);
show($client->lastResponse()['trace_id']);
[$client] = play('{"succeed":true,"result":{}}');
throws(static fn () => $client->balance());

echo "-- pages\n";
[$client, $recorder] = play(
    yes('{"rows":[{"payout":"a","value":1.10},{"payout":"b","value":"2"}],"position":{"sheet":1,"sheets":2}}'),
    yes('{"rows":[{"payout":"c","value":3}],"position":{"sheet":2,"sheets":2}}'),
);
foreach ($client->eachPayout(['since' => '2026-01-01T00:00:00']) as $key => $payout) {
    echo "{$key}: ", describe($payout), "\n";
}
$recorder->show();
[$client, $recorder] = play(yes('{"rows":null,"position":null}'));
show($client->payouts(['sheet' => 7, 'rows' => 50]));
$recorder->show();
[$client] = play(yes('{"rows":[{}],"position":{"sheet":3,"sheets":9}}'));
throws(static fn () => iterator_to_array($client->eachPayout()));
throws(static fn () => $client->payouts(['page' => 2]));
throws(static fn () => $client->payouts(['rows' => 51]));

echo "-- one record\n";
[$client] = play(yes('{"payout":"p-1","value":5}'), yes('{"payout":"p-2","value":5}'));
show($client->payout('p-1'));
throws(static fn () => $client->payout('p-1'));

echo "-- a call that is not a read\n";
[$client, $recorder] = play(yes('{"reference":"s-1","payout":"p-1","value":10.00}'), yes('{"reference":"s-2"}'));
show($client->send(['reference' => 's-1', 'value' => '10.00', 'urgent' => true]));
$recorder->show();
throws(static fn () => $client->send(['reference' => 's-1', 'value' => 10]));
throws(static fn () => $client->send(['reference' => 's-1', 'value' => 0.1 + 0.2]));
throws(static fn () => $client->send(['reference' => 's-1']));

echo "-- on behalf of an operator\n";
[$client, $recorder] = play(yes('{"payout":"p-1"}'), '{"ok":false,"error":"0123 is not the pin of operator-token"}');
show($client->release('p-1', 'operator-token', ['pin' => '0123']));
show($recorder->requests[0]['headers']);
$recorder->show();
throws(static fn () => $client->release('p-1', 'operator-token', ['pin' => '0123']));
throws(static fn () => $client->release('p-1', "operator-token\n", ['pin' => '0123']));
throws(static fn () => $client->release('p-1', 'operator-token', ['pin' => 123]));

echo "-- an endpoint without a row\n";
[$client, $recorder] = play(yes('[1]'));
show($client->request('PUT', '/fees', ['rate' => 2]));
$recorder->show();
?>
--EXPECT--
-- a read: money, headers
[available: '18.50', count: 3]
[Accept: 'application/json', X-Quay-Key: 'Merchant key']
GET /v3/balance
Aurpay\ApiException: GET /v3/balance was refused: the quay is closed (code 0, HTTP status 200, trace id r-1)
'r-1'
'r-1'
Aurpay\ResponseException: GET /v3/balance got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
-- pages
0: [payout: 'a', value: '1.10']
1: [payout: 'b', value: '2']
2: [payout: 'c', value: '3']
GET /v3/payouts?since=2026-01-01T00:00:00&sheet=1
GET /v3/payouts?since=2026-01-01T00:00:00&sheet=2
[rows: [], position: NULL]
GET /v3/payouts?sheet=7&rows=50
Aurpay\ResponseException: The answer is page 3, not page 1
ValueError: Aurpay\Quay\Client::payouts(): Argument #1 ($filter) has an unknown key "page"; the keys are sheet, rows and since; request() sends what the documents do not name
ValueError: Aurpay\Quay\Client::payouts(): Argument #1 ($filter) key "rows" must be between 1 and 50
-- one record
[payout: 'p-1', value: '5']
Aurpay\ResponseException: GET /v3/payouts/p-1 got the answer for another record: its payout is "p-2", not "p-1" (HTTP status 200)
-- a call that is not a read
[reference: 's-1', payout: 'p-1', value: '10.00']
POST /v3/payouts {"reference":"s-1","value":10.00,"urgent":true}
Aurpay\OutcomeUnknownException: POST /v3/payouts may have been executed: it got the answer for another record: its reference is "s-2", not "s-1" (HTTP status 200); Quay\Client::payouts() tells whether the payout was made
ValueError: Aurpay\Quay\Client::send(): Argument #1 ($params) key "value" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
ValueError: Aurpay\Quay\Client::send(): Argument #1 ($params) must have the key "value"
-- on behalf of an operator
[payout: 'p-1']
[Accept: 'application/json', Content-Type: 'application/x-www-form-urlencoded', X-Quay-Key: 'Merchant key', X-Quay-Operator: 'operator-token']
POST /v3/payouts/p-1/release pin=0123
Aurpay\ApiException: POST /v3/payouts/p-1/release was refused: *** is not the pin of *** (code 0, HTTP status 200)
ValueError: Aurpay\Quay\Client::release(): Argument #2 ($token) must not begin or end with white space (a blank, a tab, a line break, a no-break space, a zero-width space or a byte order mark)
TypeError: Aurpay\Quay\Client::release(): Argument #3 ($params) key "pin" must be of type string, int given
-- an endpoint without a row
[1]
PUT /v3/fees {"rate":2}
