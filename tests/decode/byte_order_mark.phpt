--TEST--
A byte order mark before JSON is ignored, in answers and refusals of all three providers and in callbacks (RFC 8259, 8.1)
--FILE--
<?php

namespace AurpayTest;

use Aurpay\{ApiException, AzPays, Callback, EnayaPay, OutcomeUnknownException, ResponseException};

require __DIR__ . '/../support/callbacks.php';

const MARK = "\xef\xbb\xbf";
$answer = static fn (string $body, int $status = 200): array => ['retries' => 0, 'handler' => static fn (): array => ['status' => $status, 'body' => $body]];
$orders = static fn (string $body, int $status = 200): \Aurpay\Order => (new \Aurpay\Client('key', $answer($body, $status)))->orders();

show($orders(MARK . '{"code":0,"result":true,"data":{"order_id":"77","amount":1.50}}')->refund('77'));
show($orders(MARK . " \n" . '{"code":0,"result":true,"data":{"order_id":"77"}}')->detail('77'));
show((new AzPays\Client('token', $answer(MARK . '{"succeed":true,"result":{"id":"a","balance":0.10}}')))->purse('a'));
show((new EnayaPay\Client('key', $answer(MARK . '{"user_phone":"1"}')))->login(['user_phone' => '1', 'user_password' => 'x']));
try {
    $orders(MARK . '{"code":4004,"result":false,"message":"no such order"}')->detail('77');
} catch (ApiException $exception) {
    echo $exception->getCode(), ' ', $exception->getMessage(), "\n";
}
// A byte order mark alone is no answer; with a documented status, an empty body is one.
show((new EnayaPay\Client('key', $answer(MARK)))->verify(['user_phone' => '1', 'user_otp' => '1']));
foreach ([MARK, MARK . MARK . '{"code":0,"result":true,"data":{}}', '{' . MARK . '"code":0,"result":true,"data":{}}', "\xfe\xff{}", substr(MARK, 0, 2) . '{}'] as $body) {
    foreach (['detail' => ResponseException::class, 'refund' => OutcomeUnknownException::class] as $method => $class) {
        try {
            $orders($body)->$method('77');
        } catch (\Aurpay\AurpayException $exception) {
            echo $exception::class === $class ? 'right: ' : 'wrong: ', $exception->getMessage(), "\n";
        }
    }
}
verify(headers(), body: MARK . '{"order_id":"77","amount":1.0}');
show(Callback::forApiKey('key')->verify(URL, ['Api-Key' => 'key'], MARK . '{"order_id":"77"}'));
?>
--EXPECT--
[order_id: '77', amount: '1.50']
[order_id: '77']
[id: 'a', balance: '0.10']
[user_phone: '1']
4004 GET /api/v2/order/detail/77 was refused: no such order (code 4004, HTTP status 200)
[]
right: GET /api/v2/order/detail/77 got an answer that is not the API's: an empty body (HTTP status 200)
right: POST /api/v2/order/refund/77 may have been executed: it got an answer that is not the API's: an empty body (HTTP status 200); Order::detail() tells whether the order was refunded
right: GET /api/v2/order/detail/77 got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
right: POST /api/v2/order/refund/77 may have been executed: it got an answer that is not the API's: not JSON, or truncated (HTTP status 200); Order::detail() tells whether the order was refunded
right: GET /api/v2/order/detail/77 got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
right: POST /api/v2/order/refund/77 may have been executed: it got an answer that is not the API's: not JSON, or truncated (HTTP status 200); Order::detail() tells whether the order was refunded
right: GET /api/v2/order/detail/77 got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200)
right: POST /api/v2/order/refund/77 may have been executed: it got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200); Order::detail() tells whether the order was refunded
right: GET /api/v2/order/detail/77 got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200)
right: POST /api/v2/order/refund/77 may have been executed: it got an answer that is not the API's: JSON that is not valid UTF-8 (HTTP status 200); Order::detail() tells whether the order was refunded
[order_id: '77', amount: '1.0']
[order_id: '77']
