--TEST--
Transactions are listed, filtered and walked through, with exact amounts
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransactionType;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox();
$client = new Client($sandbox->info('api_key'), $sandbox->options());
$ids = $sandbox->control('POST', '/orders', ['count' => 3, 'status' => 'SUCCESS'])['order_ids'];
$client->orders()->refund($ids[0]);

$page = $client->transactions()->list(['size' => 2, 'sort' => 'asc']);
echo "page {$page['page']} of {$page['max_page']}, ", count($page['data']), " of {$page['total']}\n";
echo implode(' ', array_keys($page['data'][0])), "\n";
$refunds = $client->transactions()->list(['type' => TransactionType::Refund]);
echo "refunds: {$refunds['total']}, {$refunds['data'][0]['tx_type']}, amount is text: ",
    json_encode(is_string($refunds['data'][0]['amount'])), "\n";
$types = [];
foreach ($client->transactions()->each(['size' => 2, 'sort' => 'asc']) as $transaction) {
    $types[] = $transaction['tx_type'];
}
echo implode(' ', $types), "\n";
throws(static fn () => $client->transactions()->list(['sort' => '']));
$sandbox->stop();
?>
--EXPECT--
page 1 of 2, 2 of 4
user_id tx_id tx_type status chain currency amount obtained fee from_addr to_addr tx_hash event_time
refunds: 1, REFUND, amount is text: true
ORDER ORDER ORDER REFUND
ValueError: Aurpay\Transaction::list(): Argument #1 ($filter) key "sort" must not be empty or blank
