--TEST--
AzPays against the sandbox: from a one-time password to a client, purses and all pages of transactions; and what the sandbox refuses
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AuthenticationException;
use Aurpay\AzPays\Client;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox();
$options = $sandbox->options(['base_uri' => $sandbox->info('azpays_base_uri')]);

echo json_encode(Client::sign('hi@trader4.net', $options)), "\n";
$sent = $sandbox->control('GET', '/azpays')['one_time_passwords'];
echo "{$sent[0]['id']}: ", preg_match('~^\d{6}$~', $sent[0]['otp']), ", sent {$sent[0]['sent']} time\n";

throws(static fn () => Client::verify('hi@trader4.net', $sent[0]['otp'] === '000000' ? '000001' : '000000', $options));
$user = Client::verify('hi@trader4.net', $sent[0]['otp'], $options);
echo "{$user['email']}, {$user['token_type']}, ", var_export($user['access_token'] === $sandbox->info('azpays_token'), true), "\n";
throws(static fn () => Client::verify('hi@trader4.net', $sent[0]['otp'], $options));

$client = new Client($user['access_token'], $options);
echo json_encode($client->request('get', '/purses') === $client->purses()), ' ',
    json_encode($client->request('GET', '/transactions', ['page' => 3]) === $client->transactions(['page' => 3])['data']), "\n";
throws(static fn () => $client->request('GET', '/nothing'));
throws(static fn () => $client->request('POST', '/oauth/sign', ['id' => 'nobody']));
foreach (['singular', 'plural', 'mixed'] as $spelling) {
    $sandbox->control('POST', '/azpays', ['spelling' => $spelling]);
    $purses = $client->purses();
    $purse = $client->purse($purses[1]['uuid']);
    $page = $client->transactions(['page' => 3]);
    $first = $client->transactions()['data'][0];
    echo "{$spelling}: ", implode(' ', array_column($purses, 'name')), ", {$purse['name']} {$purse['balance']} {$purse['freeze']}, ",
        count($page['data']), ' on page ', $page['meta']['current_page'], ', ',
        json_encode($client->transaction($first['uuid']) === $first), "\n";
}

$sandbox->control('DELETE', '/requests');
$amounts = [];
foreach ($client->eachTransaction() as $number => $transaction) {
    $amounts[] = $transaction['amount'];
}
echo "the last key is {$number}\n", implode("\n", array_slice($amounts, 0, 7)), "\n";
echo json_encode(array_slice($amounts, 7, 7) === array_slice($amounts, 0, 7)), "\n";
foreach ($sandbox->control('GET', '/requests')['requests'] as $request) {
    echo "{$request['method']} {$request['target']}\n";
}

$wrong = new Client('wrong', $options);
expect_exception(static fn () => $wrong->purses(), AuthenticationException::class);
expect_exception(static fn () => $wrong->transactions(), AuthenticationException::class);
throws(static fn () => $client->purse('none'));
throws(static fn () => $client->transaction('none'));
throws(static fn () => Client::sign('nobody', $options));
$sandbox->stop();
?>
--EXPECT--
[]
hi@trader4.net: 1, sent 1 time
Aurpay\AuthenticationException: POST /azpays/v1/oauth/verify was refused: The code is wrong or was used before (code 0, HTTP status 401)
hi@trader4.net, Bearer, true
Aurpay\AuthenticationException: POST /azpays/v1/oauth/verify was refused: The code is wrong or was used before (code 0, HTTP status 401)
true true
Aurpay\ApiException: GET /azpays/v1/nothing was refused: Not Found (code 0, HTTP status 404)
Aurpay\ApiException: POST /azpays/v1/oauth/sign was refused: id must be an e-mail address, a phone number or a crypto address (code 0, HTTP status 400)
singular: Shop Tokens Old, Tokens 123456789012345678.123456789012345678 0.000000000000000001, 5 on page 3, true
plural: Shop Tokens Old, Tokens 123456789012345678.123456789012345678 0.000000000000000001, 5 on page 3, true
mixed: Shop Tokens Old, Tokens 123456789012345678.123456789012345678 0.000000000000000001, 5 on page 3, true
the last key is 24
123456789012345678.123456789012345678
0.000000000000000001
18
19.90
0.00000010
999999999999999999.999999999999999999
0.1
true
GET /azpays/v1/transactions?page=1
GET /azpays/v1/transactions?page=2
GET /azpays/v1/transactions?page=3
GET /azpays/v1/transactions?page=4
Aurpay\AuthenticationException: GET /azpays/v1/purses was refused: Unauthenticated (code 0, HTTP status 401)
Aurpay\AuthenticationException: GET /azpays/v1/transactions was refused: Unauthenticated (code 0, HTTP status 401)
Aurpay\ApiException: GET /azpays/v1/purses/none was refused: Purse not found (code 0, HTTP status 404)
Aurpay\ApiException: GET /azpays/v1/transactions/none was refused: Transaction not found (code 0, HTTP status 404)
Aurpay\ApiException: POST /azpays/v1/oauth/sign was refused: id must be an e-mail address, a phone number or a crypto address (code 0, HTTP status 400)
