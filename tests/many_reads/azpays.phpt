--TEST--
AzPays: many transactions at once, by uuid, exact amounts as in transaction()
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays\Client;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox();
$client = new Client($sandbox->info('azpays_token'), $sandbox->options(['base_uri' => $sandbox->info('azpays_base_uri')]));
$uuids = array_column($client->transactions()['data'], 'uuid');
$transactions = $client->transactionsByUuid((static fn () => yield from [...$uuids, 'nobody', ...$uuids])());
echo count($uuids) > 1 ? 'many' : 'few', ', in order: ', var_export(array_keys($transactions) === [...$uuids, 'nobody'], true), "\n";
$same = array_filter($uuids, static fn (string $uuid) => $transactions[$uuid] === $client->transaction($uuid));
echo count($uuids) - count($same), " differ; nobody: {$transactions['nobody']->getMessage()}\n";
echo 'amounts: ', get_debug_type($transactions[$uuids[0]]['amount']), "\n";
$sandbox->stop();
?>
--EXPECT--
many, in order: true
0 differ; nobody: GET /azpays/v1/transactions/nobody was refused: Transaction not found (code 0, HTTP status 404)
amounts: string
