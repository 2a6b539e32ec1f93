--TEST--
When the order cannot be read, confirm() throws what detail() throws, never a PaymentException
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/confirm.inc';

foreach ([refusal(404, 'no such order'), refusal(401), ['status' => 500, 'body' => '<h1>'], refusal(429, 'slow', 429), ['body' => '{"code":0,"result":true,"data":null}']] as $answer) {
    $client = (new Recorder($answer))->client('key', ['retries' => 0]);
    throws(static fn () => $client->orders()->confirm('77', '10', 'USD'));
}
?>
--EXPECT--
Aurpay\ApiException: GET /api/v2/order/detail/77 was refused: no such order (code 404, HTTP status 200, trace id trace-1)
Aurpay\AuthenticationException: GET /api/v2/order/detail/77 was refused: no (code 401, HTTP status 200, trace id trace-1)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got an answer that is not the API's: not JSON, or truncated (HTTP status 500)
Aurpay\RateLimitException: GET /api/v2/order/detail/77 was refused: slow (code 429, HTTP status 429, trace id trace-1)
Aurpay\ResponseException: GET /api/v2/order/detail/77 got an answer that is not the API's: an envelope whose data is neither an object nor a list (HTTP status 200)
