--TEST--
A key that is passed by mistake as an id, a path or a currency is in no message, log or lastResponse(); text from callers is cleaned like text from servers
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/../support/recorder.php';

$logger = new class () {
    public function log(string $level, string $message, array $context): void
    {
        echo "log: {$message} {$context['path']}\n";
    }
};
$key = 'key-of-the-merchant';
$recorder = new Recorder(refusal(5));
$client = $recorder->client($key, ['logger' => $logger]);
foreach ([
    static fn () => $client->orders()->refund($key),
    static fn () => throw $client->orders()->details([$key])[$key],
    static fn () => $client->request('POST', "/pay/{$key}?key={$key}"),
] as $call) {
    throws($call);
    echo $client->lastResponse()['path'], "\n";
}
echo end($recorder->requests)['target'] === "/pay/{$key}?key={$key}" ? "sent as given\n" : "not sent as given\n";

$client = new Client($key, ['handler' => new Recorder(success('{"order_id":"1","status":"SUCCESS","vs_price":"1","vs_currency":"EUR"}'))]);
throws(static fn () => $client->orders()->confirm('1', 1, $key));
throws(static fn () => $client->orders()->confirm('1', 1, "U\r\nSD\0" . str_repeat('x', 1000)));
throws(static fn () => $client->orders()->detail($key));
$client = new Client($key, ['handler' => new Recorder(success('{"status":"SUCCESS"}'))]);
throws(static fn () => $client->orders()->confirm($key, 1, 'USD'));
$client = new EnayaPay\Client('key', ['handler' => new Recorder(['body' => '{"response_code":0,"uuid":"other"}'])]);
throws(static fn () => $client->balance('user-token', ['pan' => '4111', 'ipin' => 'secret', 'uuid' => "user-token\r\n\u{9b}" . str_repeat('é', 1000), 'expiration_date' => '2512']));

// Without an id, the path is our own text and is not masked.
$client = new Client('order', ['handler' => new Recorder(refusal(5, 'no such order'))]);
throws(static fn () => $client->orders()->createPayUrl(['price' => 1, 'currency' => 'USD', 'succeed_url' => 'https://shop.example/', 'timeout_url' => 'https://shop.example/']));
?>
--EXPECT--
log: aurpay: POST /api/v2/order/refund/*** was refused (code 5) /api/v2/order/refund/***
Aurpay\ApiException: POST /api/v2/order/refund/*** was refused: no (code 5, HTTP status 200, trace id trace-1)
/api/v2/order/refund/***
log: aurpay: GET /api/v2/order/detail/*** was refused (code 5) /api/v2/order/detail/***
Aurpay\ApiException: GET /api/v2/order/detail/*** was refused: no (code 5, HTTP status 200, trace id trace-1)
/api/v2/order/detail/***
log: aurpay: POST /pay/*** was refused (code 5) /pay/***
Aurpay\ApiException: POST /pay/*** was refused: no (code 5, HTTP status 200, trace id trace-1)
/pay/***
sent as given
Aurpay\PaymentException: The order is not paid as expected: its currency is "EUR", not "***"
Aurpay\PaymentException: The order is not paid as expected: its currency is "EUR", not "U  SD xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
Aurpay\ResponseException: GET /api/v2/order/detail/*** got the answer for another record: its order_id is "1", not "***" (HTTP status 200)
Aurpay\PaymentException: The order is not paid as expected: its id is "", not "***"
Aurpay\OutcomeUnknownException: POST /api/v2.1/balance/inquiry/ may have been executed: it got the answer for another record: its uuid is "other", not "***    éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé" (HTTP status 200); repeating the inquiry is harmless
Aurpay\ApiException: POST /api/order/pay-url was refused: no such *** (code 5, HTTP status 200, trace id trace-1)
