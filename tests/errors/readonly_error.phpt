--TEST--
The exceptions' properties are readonly
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/answers.inc';

$exception = caught(static fn () => (new Recorder(refusal(401)))->client()->orders()->detail('1'));
foreach (['httpStatus' => 200, 'traceId' => 'x', 'response' => [], 'clockDifference' => 1] as $name => $value) {
    throws(static fn () => $exception->$name = $value);
}
throws(static fn () => $exception->response['data'] = 1);
throws(static function () use ($exception) {
    unset($exception->response);
});
?>
--EXPECTF--
Error: Cannot modify%Sreadonly property Aurpay\%s::$httpStatus%S
Error: Cannot modify%Sreadonly property Aurpay\%s::$traceId%S
Error: Cannot modify%Sreadonly property Aurpay\%s::$response%S
Error: Cannot modify%Sreadonly property Aurpay\%s::$clockDifference%S
Error: Cannot %Smodify%Sreadonly property Aurpay\%s::$response%S
Error: Cannot unset%Sreadonly property Aurpay\%s::$response%S
