--TEST--
ApiException: code, message, trace id, HTTP status and the decoded answer, amounts as strings
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/answers.inc';

$body = '{"code":40005,"message":"Insufficient balance","result":false,"trace_id":"2638f349cb5944aea99b6817fdaa8c65","data":{"balance":1.50,"n":2}}';
$exception = caught(static fn () => (new Recorder(['status' => 400, 'body' => $body]))->client()->orders()->refund('1'));
echo $exception::class, ': ', $exception->getMessage(), "\n";
show([$exception->getCode(), $exception->httpStatus, $exception->traceId, $exception->getPrevious()]);
show($exception->response);
echo basename($exception->getFile()), ' ', $exception->getLine() > 0 ? 'has a line' : '', "\n";
?>
--EXPECT--
Aurpay\ApiException: POST /api/v2/order/refund/1 was refused: Insufficient balance (code 40005, HTTP status 400, trace id 2638f349cb5944aea99b6817fdaa8c65)
[40005, 400, '2638f349cb5944aea99b6817fdaa8c65', NULL]
[code: 40005, message: 'Insufficient balance', result: false, trace_id: '2638f349cb5944aea99b6817fdaa8c65', data: [balance: '1.50', n: 2]]
api_exception.php has a line
