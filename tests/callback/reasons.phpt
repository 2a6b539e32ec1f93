--TEST--
CallbackException has the reason as an enum with fixed values; it is no answer of the API
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AurpayException;
use Aurpay\Callback;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;

require __DIR__ . '/../support/callbacks.php';

foreach (CallbackReason::cases() as $case) {
    echo $case->name, ' = ', $case->value, "\n";
}
try {
    (new Callback(TOKEN, SECRET))->verify(URL, []);
} catch (CallbackException $exception) {
    var_dump($exception instanceof AurpayException, $exception->reason === CallbackReason::MissingHeader);
    show([$exception->getCode(), $exception->httpStatus, $exception->traceId, $exception->response, $exception->getPrevious()]);
}
?>
--EXPECT--
MissingHeader = missing_header
RepeatedHeader = repeated_header
Token = token
Date = date
Signature = signature
Stale = stale
Body = body
bool(true)
bool(true)
[0, 0, NULL, NULL, NULL]
