<?php

declare(strict_types=1);

// ./dev demo --callbacks: what examples/shop/callback.php answers to callbacks that repeat, come at once, or are wrong.
// They are signed here, as the vendor's document says, and not by the extension.

namespace AurpayExample;

putenv('PHP_CLI_SERVER_WORKERS=4');
require dirname(__DIR__, 2) . '/examples/shop/bootstrap.php';
require __DIR__ . '/checks.php';

const NOT_SIGNED = 'not signed';

$shop = ShopServer::start();
$book = OrderBook::open();
$checks = new Checks();

/** @return \CurlHandle */
function callbackRequest(string $query, ?string $body, string $date = '', string $secret = '')
{
    $url = setting('AURPAY_SHOP_URL') . "/callback.php?{$query}";
    $date = $date === '' ? gmdate('Y-m-d\TH:i:s\Z') : $date;
    $key = $secret === NOT_SIGNED ? 'another secret' : setting('AURPAY_CALLBACK_SECRET');
    $request = curl_init($url);
    curl_setopt_array($request, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_HTTPHEADER => [
            'Callback-Token: ' . setting('AURPAY_CALLBACK_TOKEN'),
            "Date: {$date}",
            'Signature: ' . base64_encode(hash_hmac('sha256', "{$date} | {$url}", $key, true)),
            'Content-Type: application/json',
        ],
    ] + ($body === null ? [] : [CURLOPT_POSTFIELDS => $body]));

    return $request;
}

/**
 * @param list<\CurlHandle> $requests sent at once
 *
 * @return list<string> status and text of each
 */
function answers(array $requests): array
{
    $all = curl_multi_init();
    foreach ($requests as $request) {
        curl_multi_add_handle($all, $request);
    }
    do {
        curl_multi_exec($all, $running);
        curl_multi_select($all, 0.1);
    } while ($running > 0);

    return array_map(static fn ($request): string => curl_getinfo($request, CURLINFO_RESPONSE_CODE)
        . ' ' . trim((string) curl_multi_getcontent($request)), $requests);
}

function answer(string $query, ?string $body, string $date = '', string $secret = ''): string
{
    return answers([callbackRequest($query, $body, $date, $secret)])[0];
}

$first = $book->add('19.99', 'USD')->number;
$other = $book->add('19.99', 'USD')->number;
$payment = paidPayment();
$body = json_encode(['order_id' => $payment], JSON_THROW_ON_ERROR);

$answers = answers(array_map(static fn (): \CurlHandle => callbackRequest("order={$first}", $body), range(1, 4)));
sort($answers);
$checks->same('of four callbacks at once, one says that the order is paid', [
    '200 known already', '200 known already', '200 known already', '200 paid',
], $answers);
$checks->same('a repeated callback is known', '200 known already', answer("order={$first}", $body));
$checks->same('a payment that has paid an order does not pay another one', '409 this payment is of another order', answer("order={$other}", $body));
$checks->same('the other order is still open', 'open', $book->find($other)?->state);
$second = paidPayment();
$checks->same('a second payment is told', '200 paid twice, for the merchant to refund', answer("order={$first}", "{\"order_id\":\"{$second}\"}"));
$checks->same('a second payment is kept', [$payment, $second], $book->payments($first));
$late = paidPayment();
$checks->same('a callback with an old date pays, since the gateway is asked', '200 paid', answer("order={$other}", "{\"order_id\":\"{$late}\"}", '2024-01-01T00:00:00Z'));
$checks->same('an old date with a wrong signature pays nothing', '403 signature', answer("order={$first}", $body, '2024-01-01T00:00:00Z', NOT_SIGNED));
$checks->same('a wrong signature', '403 signature', answer("order={$first}", $body, '', NOT_SIGNED));
$checks->same('a GET, which names no payment', '400 the body names no order', answer("order={$first}", null));
$checks->same('an empty body', '400 the body names no order', answer("order={$first}", ''));
$checks->same('a list', '400 body', answer("order={$first}", '[1]'));
$checks->same('an id that is a list', '400 the body names no order', answer("order={$first}", '{"order_id":["1"]}'));
$checks->same('an id that is no id', '400 the body names no order', answer("order={$first}", '{"order_id":"../1"}'));
$checks->same('an order that is a list', '404 no such order', answer("order[]={$first}", $body));
$checks->same('an order that is not there', '404 no such order', answer('order=999', $body));
$checks->same('the end of the time to pay', '200 noted', answer("order={$first}&timeout=1", $body));
$log = (string) file_get_contents(dirname(setting('AURPAY_SHOP_DATABASE')) . '/server.log');
$checks->same('PHP has warned of nothing', 0, preg_match('/Warning|Notice|Deprecated|Fatal/', $log));
$checks->finish();
