--TEST--
A PaymentException has its reason as an enum and the whole order; it is no answer of the API: code 0, status 0, no response
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AurpayException;
use Aurpay\PaymentException;
use Aurpay\PaymentReason;

require __DIR__ . '/confirm.inc';

foreach ([[order(status: '"PARTIAL"', more: ',"obtained":0.5'), PaymentReason::Status], [order(price: '9'), PaymentReason::Price], [order(currency: '"EUR"'), PaymentReason::Currency]] as [$order, $reason]) {
    try {
        (new Recorder(success($order)))->client()->orders()->confirm('77', '10', 'USD');
    } catch (PaymentException $exception) {
        var_dump($exception->reason === $reason, $exception->reason->value, $exception instanceof AurpayException);
        show($exception->detail);
        show([$exception->getCode(), $exception->httpStatus, $exception->traceId, $exception->response, $exception->getPrevious()]);
    }
}
?>
--EXPECT--
bool(true)
string(6) "status"
bool(true)
[order_id: '77', status: 'PARTIAL', amount: '0.00102549', currency: 'BTC', vs_price: '10.00', vs_currency: 'USD', obtained: '0.5']
[0, 0, NULL, NULL, NULL]
bool(true)
string(5) "price"
bool(true)
[order_id: '77', status: 'SUCCESS', amount: '0.00102549', currency: 'BTC', vs_price: '9', vs_currency: 'USD']
[0, 0, NULL, NULL, NULL]
bool(true)
string(8) "currency"
bool(true)
[order_id: '77', status: 'SUCCESS', amount: '0.00102549', currency: 'BTC', vs_price: '10.00', vs_currency: 'EUR']
[0, 0, NULL, NULL, NULL]
