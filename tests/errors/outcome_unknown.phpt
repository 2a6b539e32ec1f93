--TEST--
OutcomeUnknownException: getPrevious() says what happened, and the message names the call that finds out the outcome
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/answers.inc';

function tell(callable $call): void
{
    for ($exception = caught($call); $exception; $exception = $exception->getPrevious()) {
        say($exception::class . ': ' . preg_replace('/ \([^()]*[a-z ]{12}[^()]*\)(?= failed|;|$)/', ' (...)', $exception->getMessage()));
        echo '  ', describe([$exception->getCode(), $exception->httpStatus, $exception->traceId, $exception->response === null ? null : array_keys($exception->response)]), "\n";
    }
}

$html = static fn () => (new Recorder(['status' => 502, 'body' => '<html>']))->client()->orders();
tell(static fn () => $html()->refund('1'));
tell(static fn () => $html()->createPayUrl(['price' => 1, 'currency' => 'USD']));
tell(static fn () => $html()->createPayInfo(['chain' => 'ETH', 'currency' => 'ETH', 'vs_currency' => 'USD', 'vs_price' => 1]));
tell(static fn () => (new Recorder(['status' => 502, 'body' => '<html>']))->client()->request('POST', '/x'));
tell(static fn () => (new Recorder(['status' => 500, 'body' => '{"code":500,"message":"broke","result":false,"trace_id":"t"}']))->client()->orders()->refund('1'));
tell(static fn () => (new Recorder(['status' => 200, 'body' => '{"ok":true}']))->client()->orders()->refund('1'));
$server = fault_server();
$server->script('close');
tell(static fn () => (new Client('key', $server->options()))->orders()->refund('1'));
$server->stop();
?>
--EXPECT--
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it got an answer that is not the API's: not JSON, or truncated (HTTP status 502); Order::detail() tells whether the order was refunded
  [0, 502, NULL, NULL]
Aurpay\ResponseException: POST /api/v2/order/refund/1 got an answer that is not the API's: not JSON, or truncated (HTTP status 502)
  [0, 502, NULL, NULL]
Aurpay\OutcomeUnknownException: POST /api/order/pay-url may have been executed: it got an answer that is not the API's: not JSON, or truncated (HTTP status 502); repeating the call is harmless: an unused payment URL expires by itself
  [0, 502, NULL, NULL]
Aurpay\ResponseException: POST /api/order/pay-url got an answer that is not the API's: not JSON, or truncated (HTTP status 502)
  [0, 502, NULL, NULL]
Aurpay\OutcomeUnknownException: POST /api/order/pay-info may have been executed: it got an answer that is not the API's: not JSON, or truncated (HTTP status 502); no call of the API tells whether the order was created: Order::list() holds nothing of the shop's own; nobody was shown it, so it expires unpaid: make a new one, with a callback_url of its own
  [0, 502, NULL, NULL]
Aurpay\ResponseException: POST /api/order/pay-info got an answer that is not the API's: not JSON, or truncated (HTTP status 502)
  [0, 502, NULL, NULL]
Aurpay\OutcomeUnknownException: POST /x may have been executed: it got an answer that is not the API's: not JSON, or truncated (HTTP status 502); no call of the API tells whether it was, do not repeat it blindly
  [0, 502, NULL, NULL]
Aurpay\ResponseException: POST /x got an answer that is not the API's: not JSON, or truncated (HTTP status 502)
  [0, 502, NULL, NULL]
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it was refused: broke (code 500, HTTP status 500, trace id t); Order::detail() tells whether the order was refunded
  [500, 500, 't', ['code', 'message', 'result', 'trace_id']]
Aurpay\ApiException: POST /api/v2/order/refund/1 was refused: broke (code 500, HTTP status 500, trace id t)
  [500, 500, 't', ['code', 'message', 'result', 'trace_id']]
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it got an answer that is not the API's: JSON without the API's envelope (HTTP status 200); Order::detail() tells whether the order was refunded
  [0, 200, NULL, ['ok']]
Aurpay\ResponseException: POST /api/v2/order/refund/1 got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
  [0, 200, NULL, ['ok']]
Aurpay\OutcomeUnknownException: POST /api/v2/order/refund/1 may have been executed: it failed: the connection was lost before 127.0.0.1:PORT answered (...); Order::detail() tells whether the order was refunded
  [0, 0, NULL, NULL]
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: the connection was lost before 127.0.0.1:PORT answered (...)
  [0, 0, NULL, NULL]
