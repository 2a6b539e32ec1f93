--TEST--
ResponseException: a read got something other than the API's answer; the exception has its status, trace id and, if it was JSON, the data
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/answers.inc';

foreach ([['status' => 200, 'headers' => ['a-trace-id' => 't'], 'body' => '{"ok":1.5}'], ['status' => 302, 'body' => ''], ['status' => 200, 'body' => '<html>']] as $answer) {
    $exception = caught(static fn () => (new Recorder($answer))->client()->orders()->detail('1'));
    echo $exception::class, ': ', $exception->getMessage(), "\n";
    show([$exception->getCode(), $exception->httpStatus, $exception->traceId, $exception->response, $exception->getPrevious()]);
}
?>
--EXPECT--
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: JSON without the API's envelope (HTTP status 200)
[0, 200, 't', [ok: '1.5'], NULL]
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: an empty body (HTTP status 302)
[0, 302, NULL, NULL, NULL]
Aurpay\ResponseException: GET /api/v2/order/detail/1 got an answer that is not the API's: not JSON, or truncated (HTTP status 200)
[0, 200, NULL, NULL, NULL]
