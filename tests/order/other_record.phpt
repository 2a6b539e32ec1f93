--TEST--
The answer for another order is no answer: for a read a ResponseException, for a refund an unknown outcome; details() files nothing under another id
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\ResponseException;

require __DIR__ . '/../support/recorder.php';

$orders = static fn (string $data) => (new Recorder(success($data)))->client('key-of-the-merchant')->orders();
$calls = [
    'detail' => static fn (string $data) => $orders($data)->detail('77'),
    'details' => static function (string $data) use ($orders): array {
        [$detail] = array_values($orders($data)->details(['77']));

        return $detail instanceof \Throwable ? throw $detail : $detail;
    },
    'refundInfo' => static fn (string $data) => $orders($data)->refundInfo('77'),
    'refund' => static fn (string $data) => $orders($data)->refund('77'),
];
$right = ['{"order_id":"77"}', '{"order_id":77}', '{"order_id":null}', '{}', '{"id":"78"}', '[]'];
$wrong = ['{"order_id":"78"}', '{"order_id":78}', '{"order_id":""}', '{"order_id":"077"}', '{"order_id":77.0}', '{"order_id":true}',
    '{"order_id":["77"]}', '{"order_id":99999999999999999999}', '{"order_id":"7\n\u0085\u0000key-of-the-merchant"}'];
foreach ($calls as $name => $call) {
    $taken = array_filter($right, static fn (string $data) => is_array($call($data)));
    echo "{$name}: ", count($taken), ' of ', count($right), " are right\n";
    foreach ($wrong as $data) {
        throws(static fn () => $call($data));
    }
}

echo "\nan id that is a number too large for an int\n";
echo $orders('{"order_id":20240806071926377966}')->detail('20240806071926377966')['order_id'], "\n";

echo "\na long one is cut\n";
try {
    $orders('{"order_id":"' . str_repeat('x', 5000) . '"}')->detail('77');
} catch (ResponseException $exception) {
    echo strlen($exception->getMessage()) < 500 ? 'short' : 'long', ', ', strlen($exception->response['data']['order_id']), " in the response\n";
}

echo "\na refusal is a refusal, whatever it names\n";
$refused = ['status' => 400, 'body' => '{"code":400,"result":false,"message":"no","data":{"order_id":"78"}}'];
throws(static fn () => (new Recorder($refused))->client()->orders()->refund('77'));

echo "\neach of many ids has its own answer\n";
$swapped = static fn (string $method, string $target) => success('{"order_id":"' . strtr(basename($target), ['1' => '2', '2' => '1']) . '"}');
foreach ((new Client('key', ['handler' => $swapped]))->orders()->details(['1', '2', '3']) as $id => $detail) {
    echo "{$id}: ", is_array($detail) ? $detail['order_id'] : $detail->getMessage(), "\n";
}
?>
--EXPECT--
detail: 6 of 6 are right
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "78", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "78", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "077", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "77.0", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is no text, not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is no text, not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "99999999999999999999", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "7    ***", not "77" (HTTP status 200)
details: 6 of 6 are right
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "78", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "78", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "077", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "77.0", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is no text, not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is no text, not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "99999999999999999999", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got the answer for another record: its order_id is "7    ***", not "77" (HTTP status 200)
refundInfo: 6 of 6 are right
Aurpay\ResponseException: GET /api/v2/order/refund-info/77 got the answer for another record: its order_id is "78", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/refund-info/77 got the answer for another record: its order_id is "78", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/refund-info/77 got the answer for another record: its order_id is "", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/refund-info/77 got the answer for another record: its order_id is "077", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/refund-info/77 got the answer for another record: its order_id is "77.0", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/refund-info/77 got the answer for another record: its order_id is no text, not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/refund-info/77 got the answer for another record: its order_id is no text, not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/refund-info/77 got the answer for another record: its order_id is "99999999999999999999", not "77" (HTTP status 200)
Aurpay\ResponseException: GET /api/v2/order/refund-info/77 got the answer for another record: its order_id is "7    ***", not "77" (HTTP status 200)
refund: 6 of 6 are right
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/77 may have been executed: it got the answer for another record: its order_id is "78", not "77" (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/77 may have been executed: it got the answer for another record: its order_id is "78", not "77" (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/77 may have been executed: it got the answer for another record: its order_id is "", not "77" (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/77 may have been executed: it got the answer for another record: its order_id is "077", not "77" (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/77 may have been executed: it got the answer for another record: its order_id is "77.0", not "77" (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/77 may have been executed: it got the answer for another record: its order_id is no text, not "77" (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/77 may have been executed: it got the answer for another record: its order_id is no text, not "77" (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/77 may have been executed: it got the answer for another record: its order_id is "99999999999999999999", not "77" (HTTP status 200); Order::detail() tells whether the order was refunded
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/77 may have been executed: it got the answer for another record: its order_id is "7    ***", not "77" (HTTP status 200); Order::detail() tells whether the order was refunded

an id that is a number too large for an int
20240806071926377966

a long one is cut
short, 5000 in the response

a refusal is a refusal, whatever it names
Aurpay\ApiException: POST /api/v2/order/refund/77 was refused: no (code 400, HTTP status 400)

each of many ids has its own answer
1: GET /api/v2/order/detail/1 got the answer for another record: its order_id is "2", not "1" (HTTP status 200)
2: GET /api/v2/order/detail/2 got the answer for another record: its order_id is "1", not "2" (HTTP status 200)
3: 3
