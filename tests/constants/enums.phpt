--TEST--
Every documented status and type is a case of its enum; a case can be passed wherever the API takes its text
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Algorithm;
use Aurpay\Credentials;
use Aurpay\OrderStatus;
use Aurpay\OrderType;
use Aurpay\TransactionStatus;
use Aurpay\TransactionType;

require __DIR__ . '/../support/recorder.php';

foreach ([OrderStatus::class, OrderType::class, TransactionStatus::class, TransactionType::class, Algorithm::class] as $enum) {
    echo $enum, ': ', implode(' ', array_column($enum::cases(), 'value')), "\n";
}
var_dump(OrderStatus::tryFrom('SOMETHING_NEW'));

$recorder = new Recorder(success('{"page":1,"max_page":0,"data":[]}'));
$client = $recorder->client();
$client->orders()->list(['status' => OrderStatus::Overdue, 'order_type' => OrderType::Invoice]);
$client->transactions()->list(['status' => TransactionStatus::Success, 'type' => TransactionType::Unknown]);
$recorder->show();

$text = $recorder->client(Credentials::signature('t', 's', 'HMAC-SHA3_256'))->sign('GET', '/x', null, '2024-06-17T00:00:00Z');
$case = $recorder->client(Credentials::signature('t', 's', Algorithm::HmacSha3))->sign('GET', '/x', null, '2024-06-17T00:00:00Z');
var_dump($text === $case);

enum Other: int
{
    case One = 1;
}
throws(static fn () => $client->orders()->list(['status' => Other::One]));
?>
--EXPECT--
Aurpay\OrderStatus: PENDING SUCCESS RESOLVED PARTIAL OVERDUE FAILED TERMINATED REFUNDED
Aurpay\OrderType: ORDER INVOICE WITHDRAW
Aurpay\TransactionStatus: PENDING SUCCESS RESOLVED OVERDUE FAILED TERMINATED
Aurpay\TransactionType: ORDER INVOICE WITHDRAW UNKOWN SWAP REFUND
Aurpay\Algorithm: HMAC-SHA256 HMAC-SHA3_256
NULL
GET /api/v2/order/?status=OVERDUE&order_type=INVOICE
GET /api/v2/tx?status=SUCCESS&type=UNKOWN
bool(true)
TypeError: Aurpay\Order::list(): Argument #1 ($filter) key "status" must be of type string|int, AurpayTest\Other given
