--TEST--
A checkout over php -S: the sandbox accepts signed requests with both algorithms and with the API key; it uses hash functions of its own
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/harness.php';

$sandbox = sandbox();
$credentials = [
    'API key' => Credentials::apiKey($sandbox->info('api_key')),
    'HMAC-SHA256' => Credentials::signature($sandbox->info('api_token'), $sandbox->info('api_secret')),
    'HMAC-SHA3_256' => Credentials::signature(
        $sandbox->info('api_token'),
        $sandbox->info('api_secret'),
        'HMAC-SHA3_256',
    ),
];
foreach ($credentials as $name => $credential) {
    echo "{$name}\n";
    $orders = (new Client($credential, $sandbox->options()))->orders();
    echo '  currencies: ', count($orders->fiatCurrencies()), ', coins: ', count($orders->cryptoCurrencies()), "\n";
    $page = $orders->createPayUrl(['price' => '19.99', 'currency' => 'USD', 'id' => 'ä b&c=d']);
    $paid = $sandbox->control('POST', '/pay', ['pay_url' => $page['pay_url'], 'action' => 'pay']);
    $order = $orders->confirm($paid['order_id'], '19.990', 'USD');
    echo "  {$order['status']} {$order['vs_price']} {$order['vs_currency']}\n";
    $listed = $orders->list(['order_id' => $paid['order_id'], 'status' => 'SUCCESS', 'size' => 10]);
    echo "  listed: {$listed['total']}, the same price: ", var_export($listed['data'][0]['vs_price'], true), "\n";
    $offer = $orders->refundInfo($paid['order_id']);
    $refund = $orders->refund($paid['order_id']);
    echo '  amounts are text: ', json_encode(array_map(is_string(...), [
        $order['amount'], $order['fee'], $offer['amount'], $offer['network_fee'], $refund['obtained'],
    ])), "\n";
    echo '  ', $orders->detail($paid['order_id'])['status'], "\n";
}
$sandbox->stop();
?>
--EXPECT--
API key
  currencies: 48, coins: 10
  SUCCESS 19.99 USD
  listed: 1, the same price: '19.99'
  amounts are text: [true,true,true,true,true]
  REFUNDED
HMAC-SHA256
  currencies: 48, coins: 10
  SUCCESS 19.99 USD
  listed: 1, the same price: '19.99'
  amounts are text: [true,true,true,true,true]
  REFUNDED
HMAC-SHA3_256
  currencies: 48, coins: 10
  SUCCESS 19.99 USD
  listed: 1, the same price: '19.99'
  amounts are text: [true,true,true,true,true]
  REFUNDED
