--TEST--
null in place of a list is an empty list, as services written in Go send it; null in place of an object stays an error
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;

require __DIR__ . '/data.inc';

$aurpay = static fn (string $data): Client => (new Recorder(success($data)))->client('key', ['retries' => 0]);
$azPays = static fn (string $body): AzPays\Client => new AzPays\Client('token', ['handler' => static fn () => ['body' => $body]]);
$page = '{"page":1,"size":10,"total":0,"max_page":0,"data":null}';

show($aurpay('null')->orders()->fiatCurrencies());
show($aurpay('null')->orders()->cryptoCurrencies());
show($aurpay('null')->wallet()->list());
show($aurpay('null')->wallet()->selfCustody());
show($aurpay($page)->orders()->list());
show($aurpay($page)->transactions()->list());
show(iterator_to_array($aurpay($page)->orders()->each()));
show(iterator_to_array($aurpay($page)->transactions()->each()));
foreach (['"result":null', '"results":null', '"result":null,"results":null'] as $list) {
    show($azPays("{\"succeed\":true,{$list}}")->purses());
    show($azPays("{\"succeed\":true,{$list}}")->transactions());
    show(iterator_to_array($azPays("{\"succeed\":true,{$list}}")->eachTransaction()));
}
show($azPays('{"succeed":true,"result":null,"results":[{"uuid":"a"}]}')->purses());
show($azPays('{"succeed":true,"results":[],"meta":null,"metas":{"current_page":1}}')->transactions());

echo "\n";
throws(static fn () => $aurpay('null')->orders()->list());
throws(static fn () => $aurpay('null')->orders()->detail('1'));
throws(static fn () => $aurpay('null')->orders()->refund('1'));
throws(static fn () => $aurpay('null')->lightning()->balance());
throws(static fn () => $azPays('{"succeed":true,"result":null}')->purse('a'));
throws(static fn () => $azPays('{"succeed":true,"result":null}')->transaction('a'));

echo "\nabsent is not null\n";
throws(static fn () => (new Recorder(['body' => '{"code":0,"result":true}']))->client('key')->orders()->fiatCurrencies());
throws(static fn () => $azPays('{"succeed":true}')->purses());
throws(static fn () => $azPays('{"succeed":true}')->transactions());
?>
--EXPECT--
[]
[]
[]
[]
[page: 1, size: 10, total: 0, max_page: 0, data: []]
[page: 1, size: 10, total: 0, max_page: 0, data: []]
[]
[]
[]
[data: [], meta: []]
[]
[]
[data: [], meta: []]
[]
[]
[data: [], meta: []]
[]
[[uuid: 'a']]
[data: [], meta: [current_page: 1]]

Aurpay\ResponseException: GET /api/v2/order/ got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\ResponseException: GET /api/bln/balance got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
Aurpay\ResponseException: GET /v1/purses/a got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions/a got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)

absent is not null
Aurpay\ResponseException: GET /api/order/pay/real-currency got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
Aurpay\ResponseException: GET /v1/purses got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
Aurpay\ResponseException: GET /v1/transactions got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
