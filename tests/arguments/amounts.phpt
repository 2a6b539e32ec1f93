--TEST--
One rule for every amount, positional or in an array, with strict_types and without: all digits that were meant are sent, or the amount is refused
--FILE--
<?php

namespace AurpayTest;

use Aurpay\PaymentException;

require __DIR__ . '/../support/recorder.php';
require __DIR__ . '/../support/call_strictly.php';
require __DIR__ . '/../support/call_weakly.php';

final class Amount implements \Stringable
{
    public function __toString(): string
    {
        echo 'user code ran';

        return '10';
    }
}

$referred = 19.99;
$amounts = [
    10, 1, PHP_INT_MAX, '10', '10.00', '19.99', '0.000000000000000001', 19.99, 1999.95, 0.99 + 1, 1.0, 1e3, 0.00001, &$referred,
    0, -1, PHP_INT_MIN, '0', '0.00', '-10', 0.0, -19.99, '', ' 10', '1e1', '19,99', '010', '+1', '.5', 'ten', 0.1 + 0.2, 1 / 3, 1e25, NAN, INF, -INF,
    true, false, null, [], [10], new Amount(), new \stdClass(), static fn () => 10, STDIN,
];

/** Where an amount is passed: object, method, arguments with the amount, and the field of the body. */
function places(Recorder $recorder, mixed $amount): array
{
    $client = $recorder->client();

    return [
        'createPayUrl' => [$client->orders(), 'createPayUrl', [['price' => $amount, 'currency' => 'USD']], 'price'],
        'createPayInfo' => [$client->orders(), 'createPayInfo', [['chain' => 'ETH', 'currency' => 'ETH', 'vs_currency' => 'USD', 'vs_price' => $amount]], 'vs_price'],
        'wallet withdraw' => [$client->wallet(), 'withdraw', [['chain' => 'ETH', 'currency' => 'ETH', 'amount' => $amount]], 'amount'],
        'createOrder' => [$client->lightning(), 'createOrder', [['price' => $amount, 'currency' => 'USD']], 'price'],
        'lightning withdraw' => [$client->lightning(), 'withdraw', [['ln_invoices' => 'lnbc1', 'amount' => $amount]], 'amount'],
    ];
}

/** The digits that were sent, or the class of the refusal. */
function sent(callable $call, Recorder $recorder, array $place): string
{
    [$object, $method, $arguments, $field] = $place;
    try {
        $call($object, $method, $arguments);
    } catch (\Error $error) {
        return $recorder->requests ? 'SENT' : $error::class;
    }

    return preg_match('/"' . $field . '":([^,}]*)/', $recorder->requests[0]['body'] ?? '', $match) ? $match[1] : 'left out';
}

/** The same for confirm(): the digits of the only one of these orders that it accepts as paid. */
function confirmed(callable $call, mixed $amount, string $expected): string
{
    $paid = [];
    foreach (array_unique([$expected, '1', '10', '19', '19.00', '1999', '0.1']) as $price) {
        $recorder = new Recorder(success('{"order_id":"77","status":"SUCCESS","vs_price":"' . $price . '","vs_currency":"USD"}'));
        try {
            $call($recorder->client()->orders(), 'confirm', ['77', $amount, 'USD']);
            $paid[] = $price;
        } catch (PaymentException) {
        } catch (\Error $error) {
            return $recorder->requests ? 'SENT' : $error::class;
        }
    }

    // '10' and '10.00' are the same price.
    return count($paid) === 1 || ($expected === '10.00' && $paid === ['10.00', '10']) ? $paid[0] : 'PAID: ' . implode(' ', $paid);
}

foreach ($amounts as $amount) {
    $results = [];
    foreach ([call_strictly(...), call_weakly(...)] as $call) {
        foreach (array_keys(places(new Recorder(), $amount)) as $name) {
            $recorder = new Recorder();
            $results[sent($call, $recorder, places($recorder, $amount)[$name])][] = $name;
        }
        $results[confirmed($call, $amount, (string) array_key_first($results))][] = 'confirm';
    }
    // Only lightning's amount is optional, so null is left out there and refused everywhere else.
    echo describe($amount), ': ', count($results) === 1 ? array_key_first($results) : json_encode($results), "\n";
}
?>
--EXPECT--
10: 10
1: 1
9223372036854775807: 9223372036854775807
'10': 10
'10.00': 10.00
'19.99': 19.99
'0.000000000000000001': 0.000000000000000001
float 19.99: 19.99
float 1999.95: 1999.95
float 1.99: 1.99
float 1.0: 1
float 1000.0: 1000
float 1.0E-5: 0.00001
float 19.99: 19.99
0: ValueError
-1: ValueError
-9223372036854775807-1: ValueError
'0': ValueError
'0.00': ValueError
'-10': ValueError
float 0.0: ValueError
float -19.99: ValueError
'': ValueError
' 10': ValueError
'1e1': ValueError
'19,99': ValueError
'010': ValueError
'+1': ValueError
'.5': ValueError
'ten': ValueError
float 0.30000000000000004: ValueError
float 0.3333333333333333: ValueError
float 1.0E+25: ValueError
float NAN: ValueError
float INF: ValueError
float -INF: ValueError
true: TypeError
false: TypeError
NULL: {"ValueError":["createPayUrl","createPayInfo","wallet withdraw","createOrder","createPayUrl","createPayInfo","wallet withdraw","createOrder"],"left out":["lightning withdraw","lightning withdraw"],"TypeError":["confirm","confirm"]}
[]: TypeError
[10]: TypeError
AurpayTest\Amount: TypeError
stdClass: TypeError
Closure: TypeError
NULL: TypeError
