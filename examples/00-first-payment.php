<?php

declare(strict_types=1);

use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\PaymentException;

$aurpay = new Client(
    Credentials::signature((string) getenv('AURPAY_API_TOKEN'), (string) getenv('AURPAY_API_SECRET')),
    // null leaves an option out: the real service, and the system's CAs.
    ['base_uri' => getenv('AURPAY_BASE_URI') ?: null, 'ca_file' => getenv('AURPAY_CA_FILE') ?: null],
);

$payment = $aurpay->orders()->createPayInfo([
    'chain' => 'TRX',
    'currency' => 'USDT-TRC20',    // what the customer pays with
    'vs_price' => '19.99',         // what the shop asks for: text, never a float
    'vs_currency' => 'USD',
]);
echo "Send {$payment['amount']} USDT-TRC20 on TRX to {$payment['address']}\n";
echo "or pay on {$payment['pay_url']}\n";

// A shop stores $payment['order_id'], and waits for a callback. This script asks.
do {
    sleep(1);
    $status = $aurpay->orders()->detail($payment['order_id'])['status'];
} while ($status === 'PENDING');

try {
    $order = $aurpay->orders()->confirm($payment['order_id'], '19.99', 'USD');
    echo "Paid: the gateway has {$order['obtained']} {$order['currency']}\n";
} catch (PaymentException $exception) {
    echo "Not paid: {$exception->getMessage()}\n";
}
