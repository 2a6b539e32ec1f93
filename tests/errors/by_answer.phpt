--TEST--
Which exception each answer becomes, for a read and for a refund; a refund's outcome stays unknown unless the API's answer settles it
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/answers.inc';

$no = '{"code":40005,"result":false,"message":"no"}';
$yes = '{"code":0,"result":true,"data":{}}';
$json = '{"detail":"no"}';
$html = '<html>';
outcomes('success', ['body' => $yes]);
outcomes('201 with success', ['status' => 201, 'body' => $yes]);
outcomes('200 with refusal', ['body' => $no]);
outcomes('200 with code 0 and result false', ['body' => '{"code":0,"result":false}']);
outcomes('200 with code 401', ['body' => '{"code":401,"result":false}']);
outcomes('200 with code 404', ['body' => '{"code":404,"result":false}']);
foreach ([400, 403, 404, 409, 422, 451] as $status) {
    outcomes("{$status} with refusal", ['status' => $status, 'body' => $no]);
    outcomes("{$status} with JSON", ['status' => $status, 'body' => $json]);
    outcomes("{$status} with HTML", ['status' => $status, 'body' => $html]);
    outcomes("{$status} with success", ['status' => $status, 'body' => $yes]);
}
outcomes('401 with refusal', ['status' => 401, 'body' => $no]);
outcomes('401 with JSON', ['status' => 401, 'body' => $json]);
outcomes('401 with HTML', ['status' => 401, 'body' => $html]);
outcomes('401 with success', ['status' => 401, 'body' => $yes]);
outcomes('429 with refusal', ['status' => 429, 'body' => $no]);
outcomes('429 with JSON', ['status' => 429, 'body' => $json]);
outcomes('429 with HTML', ['status' => 429, 'body' => $html]);
outcomes('429 with nothing', ['status' => 429]);
foreach ([500, 502, 503, 599] as $status) {
    outcomes("{$status} with refusal", ['status' => $status, 'body' => $no]);
    outcomes("{$status} with success", ['status' => $status, 'body' => $yes]);
    outcomes("{$status} with JSON", ['status' => $status, 'body' => $json]);
    outcomes("{$status} with HTML", ['status' => $status, 'body' => $html]);
}
foreach ([301, 302, 304, 307, 308] as $status) {
    outcomes("{$status} with nothing", ['status' => $status, 'headers' => ['Location' => '/x']]);
    outcomes("{$status} with success", ['status' => $status, 'body' => $yes]);
    outcomes("{$status} with refusal", ['status' => $status, 'body' => $no]);
}
outcomes('200 with HTML', ['body' => $html]);
outcomes('200 with JSON', ['body' => $json]);
outcomes('200 with nothing', []);
outcomes('204', ['status' => 204]);
outcomes('200 with cut JSON', ['body' => substr($yes, 0, -3)]);
outcomes('200 with data null', ['body' => '{"code":0,"result":true,"data":null}']);
outcomes('200 with text code', ['body' => '{"code":"0","result":true,"data":{}}']);
?>
--EXPECT--
success: returns [] | returns []
201 with success: returns [] | returns []
200 with refusal: ApiException 40005 200 | ApiException 40005 200
200 with code 0 and result false: ApiException 0 200 | ApiException 0 200
200 with code 401: AuthenticationException 401 200 | AuthenticationException 401 200
200 with code 404: ApiException 404 200 | ApiException 404 200
400 with refusal: ApiException 40005 400 | ApiException 40005 400
400 with JSON: ApiException 0 400 | ApiException 0 400
400 with HTML: ResponseException 0 400 | OutcomeUnknownException 0 400
400 with success: ResponseException 0 400 | OutcomeUnknownException 0 400
403 with refusal: ApiException 40005 403 | ApiException 40005 403
403 with JSON: ApiException 0 403 | ApiException 0 403
403 with HTML: ResponseException 0 403 | OutcomeUnknownException 0 403
403 with success: ResponseException 0 403 | OutcomeUnknownException 0 403
404 with refusal: ApiException 40005 404 | ApiException 40005 404
404 with JSON: ApiException 0 404 | ApiException 0 404
404 with HTML: ResponseException 0 404 | OutcomeUnknownException 0 404
404 with success: ResponseException 0 404 | OutcomeUnknownException 0 404
409 with refusal: ApiException 40005 409 | ApiException 40005 409
409 with JSON: ApiException 0 409 | ApiException 0 409
409 with HTML: ResponseException 0 409 | OutcomeUnknownException 0 409
409 with success: ResponseException 0 409 | OutcomeUnknownException 0 409
422 with refusal: ApiException 40005 422 | ApiException 40005 422
422 with JSON: ApiException 0 422 | ApiException 0 422
422 with HTML: ResponseException 0 422 | OutcomeUnknownException 0 422
422 with success: ResponseException 0 422 | OutcomeUnknownException 0 422
451 with refusal: ApiException 40005 451 | ApiException 40005 451
451 with JSON: ApiException 0 451 | ApiException 0 451
451 with HTML: ResponseException 0 451 | OutcomeUnknownException 0 451
451 with success: ResponseException 0 451 | OutcomeUnknownException 0 451
401 with refusal: AuthenticationException 40005 401 | AuthenticationException 40005 401
401 with JSON: AuthenticationException 0 401 | AuthenticationException 0 401
401 with HTML: ResponseException 0 401 | OutcomeUnknownException 0 401
401 with success: ResponseException 0 401 | OutcomeUnknownException 0 401
429 with refusal: RateLimitException 40005 429 | RateLimitException 40005 429
429 with JSON: RateLimitException 0 429 | RateLimitException 0 429
429 with HTML: RateLimitException 0 429 | RateLimitException 0 429
429 with nothing: RateLimitException 0 429 | RateLimitException 0 429
500 with refusal: ApiException 40005 500 | OutcomeUnknownException 40005 500
500 with success: ResponseException 0 500 | OutcomeUnknownException 0 500
500 with JSON: ResponseException 0 500 | OutcomeUnknownException 0 500
500 with HTML: ResponseException 0 500 | OutcomeUnknownException 0 500
502 with refusal: ApiException 40005 502 | OutcomeUnknownException 40005 502
502 with success: ResponseException 0 502 | OutcomeUnknownException 0 502
502 with JSON: ResponseException 0 502 | OutcomeUnknownException 0 502
502 with HTML: ResponseException 0 502 | OutcomeUnknownException 0 502
503 with refusal: ApiException 40005 503 | OutcomeUnknownException 40005 503
503 with success: ResponseException 0 503 | OutcomeUnknownException 0 503
503 with JSON: ResponseException 0 503 | OutcomeUnknownException 0 503
503 with HTML: ResponseException 0 503 | OutcomeUnknownException 0 503
599 with refusal: ApiException 40005 599 | OutcomeUnknownException 40005 599
599 with success: ResponseException 0 599 | OutcomeUnknownException 0 599
599 with JSON: ResponseException 0 599 | OutcomeUnknownException 0 599
599 with HTML: ResponseException 0 599 | OutcomeUnknownException 0 599
301 with nothing: ResponseException 0 301 | OutcomeUnknownException 0 301
301 with success: ResponseException 0 301 | OutcomeUnknownException 0 301
301 with refusal: ResponseException 0 301 | OutcomeUnknownException 40005 301
302 with nothing: ResponseException 0 302 | OutcomeUnknownException 0 302
302 with success: ResponseException 0 302 | OutcomeUnknownException 0 302
302 with refusal: ResponseException 0 302 | OutcomeUnknownException 40005 302
304 with nothing: ResponseException 0 304 | OutcomeUnknownException 0 304
304 with success: ResponseException 0 304 | OutcomeUnknownException 0 304
304 with refusal: ResponseException 0 304 | OutcomeUnknownException 40005 304
307 with nothing: ResponseException 0 307 | OutcomeUnknownException 0 307
307 with success: ResponseException 0 307 | OutcomeUnknownException 0 307
307 with refusal: ResponseException 0 307 | OutcomeUnknownException 40005 307
308 with nothing: ResponseException 0 308 | OutcomeUnknownException 0 308
308 with success: ResponseException 0 308 | OutcomeUnknownException 0 308
308 with refusal: ResponseException 0 308 | OutcomeUnknownException 40005 308
200 with HTML: ResponseException 0 200 | OutcomeUnknownException 0 200
200 with JSON: ResponseException 0 200 | OutcomeUnknownException 0 200
200 with nothing: ResponseException 0 200 | OutcomeUnknownException 0 200
204: ResponseException 0 204 | OutcomeUnknownException 0 204
200 with cut JSON: ResponseException 0 200 | OutcomeUnknownException 0 200
200 with data null: ResponseException 0 200 | OutcomeUnknownException 0 200
200 with text code: ResponseException 0 200 | OutcomeUnknownException 0 200
