--TEST--
AzPays: a client works with the published server's answers (sandbox --azpays published); another record is a ResponseException
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AuthenticationException;
use Aurpay\AzPays\Client;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox('--azpays', 'published');
$options = $sandbox->options(['base_uri' => $sandbox->info('azpays_base_uri')]);
$client = new Client($sandbox->info('azpays_token'), $options);

$purses = $client->purses();
$purse = $client->purse($purses[1]['id']);
echo "{$purse['name']}: {$purse['balance']}, currency {$purse['currency']}, status {$purse['status']}\n";
$page = $client->transactions(['page' => 2]);
echo count($page['data']), ' transactions, ', json_encode($page['meta']), "\n";
$sandbox->control('DELETE', '/requests');
echo iterator_count($client->eachTransaction()), ' one by one, with ',
    count($sandbox->control('GET', '/requests')['requests']), " request\n";
$first = $page['data'][0];
echo json_encode($client->transaction($first['id']) === $first), ', status ', $first['status'], "\n";
throws(static fn () => $client->transaction('none'));
expect_exception(static fn () => (new Client('wrong', $options))->purses(), AuthenticationException::class);

// A user who has paid something gets that transaction for every id.
$paid = $sandbox->control('POST', '/azpays/transactions', ['type' => 12401])['uuids'][0];
echo $client->transaction($paid)['type'], "\n";
try {
    $client->transaction($first['id']);
} catch (\Aurpay\ResponseException $exception) {
    echo str_replace([$first['id'], $paid], ['ASKED', 'PAID'], $exception->getMessage()), "\n";
}
$sandbox->stop();
?>
--EXPECT--
Tokens: 123456789012345678.123456789012345678, currency 1, status 12100
25 transactions, []
25 one by one, with 1 request
true, status 12300
Aurpay\ApiException: GET /azpays/v1/transactions/none was refused: No query results for model. (code 0, HTTP status 404)
Aurpay\AuthenticationException: GET /azpays/v1/purses was refused: Unauthenticated. (code 0, HTTP status 401)
12401
GET /azpays/v1/transactions/ASKED got the answer for another record: its id is "PAID", not "ASKED" (HTTP status 200)
