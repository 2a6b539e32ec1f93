--TEST--
EnayaPay: request() reaches any endpoint with the merchant's key; the HTTP status is the answer, and an undocumented status settles nothing
--FILE--
<?php

namespace AurpayTest;

use Aurpay\EnayaPay\Client;

require __DIR__ . '/../support/recorder.php';

$request = static fn (string $method, int $status, string $body): mixed => (new Client('k-1', [
    'retries' => 0, 'handler' => static fn (): array => ['status' => $status, 'body' => $body],
]))->request($method, '/cards/', ['a' => 1]);

$recorder = new Recorder(['body' => '{"balance":400}']);
$client = new Client('k-1', ['handler' => $recorder]);
show($client->request('get', '/cards/?b=2', ['amount' => 1.5]));
show($client->request('POST', '/cards/', ['amount' => '1.50']));
echo $recorder->requests[0]['headers']['x-api-key'], "\n";
$recorder->show();

$answers = [
    [200, '{"response_code":0,"amount":1.50}'], [200, '[1,2]'], [200, ''], [201, ''], [202, '{}'], [204, ''],
    [200, '{"response_code":696,"response_message":"SYSTEM_ERROR"}'], [203, '{"details":"wrong"}'], [203, ''],
    [400, '{"details":{"pan":["This field is required."]}}'], [401, ''], [403, '{"details":"no"}'], [403, ''], [404, ''],
    [406, '{"response_code":7,"response_message":"NO"}'], [429, ''], [302, '{"details":"moved"}'], [302, ''], [500, '{}'],
    [502, '{"details":"bad getway"}'], [503, ''], [200, 'null'], [200, '<html>'],
];
foreach (['GET', 'POST'] as $method) {
    echo "\n{$method}\n";
    foreach ($answers as [$status, $body]) {
        echo "{$status} {$body}: ";
        try {
            show($request($method, $status, $body));
        } catch (\Aurpay\AurpayException $exception) {
            echo substr($exception::class, 7), ' ', $exception->getCode(), ': ', $exception->getMessage(), "\n";
        }
    }
}

echo "\n";
throws(static fn () => $client->request('HEAD', '/cards/'));
throws(static fn () => $client->request('GET', '//cards/'));
throws(static fn () => $client->request('POST', '/cards/', ['a' => 0.1 + 0.2]));
?>
--EXPECT--
[balance: '400']
[balance: '400']
k-1
GET /api/v2.1/cards/?b=2&amount=1.5
POST /api/v2.1/cards/ {"amount":"1.50"}

GET
200 {"response_code":0,"amount":1.50}: [response_code: 0, amount: '1.50']
200 [1,2]: [1, 2]
200 : []
201 : []
202 {}: []
204 : []
200 {"response_code":696,"response_message":"SYSTEM_ERROR"}: ApiException 696: GET /api/v2.1/cards/ was refused: SYSTEM_ERROR (code 696, HTTP status 200)
203 {"details":"wrong"}: ApiException 203: GET /api/v2.1/cards/ was refused: wrong (code 203, HTTP status 203)
203 : ApiException 203: GET /api/v2.1/cards/ was refused: no reason given (code 203, HTTP status 203)
400 {"details":{"pan":["This field is required."]}}: ApiException 400: GET /api/v2.1/cards/ was refused: pan: This field is required. (code 400, HTTP status 400)
401 : AuthenticationException 401: GET /api/v2.1/cards/ was refused: your api key not valid (code 401, HTTP status 401)
403 {"details":"no"}: ApiException 403: GET /api/v2.1/cards/ was refused: no (code 403, HTTP status 403)
403 : ResponseException 0: GET /api/v2.1/cards/ got an answer that is not the API's: an empty body (HTTP status 403)
404 : ApiException 404: GET /api/v2.1/cards/ was refused: not found (code 404, HTTP status 404)
406 {"response_code":7,"response_message":"NO"}: ApiException 7: GET /api/v2.1/cards/ was refused: NO (code 7, HTTP status 406)
429 : RateLimitException 0: GET /api/v2.1/cards/ was refused: no reason given (code 0, HTTP status 429)
302 {"details":"moved"}: ResponseException 0: GET /api/v2.1/cards/ got an answer that is not the API's: an undocumented HTTP status (HTTP status 302)
302 : ResponseException 0: GET /api/v2.1/cards/ got an answer that is not the API's: an empty body (HTTP status 302)
500 {}: ResponseException 0: GET /api/v2.1/cards/ got an answer that is not the API's: an undocumented HTTP status (HTTP status 500)
502 {"details":"bad getway"}: ResponseException 0: GET /api/v2.1/cards/ got an answer that is not the API's: an undocumented HTTP status (HTTP status 502)
503 : ResponseException 0: GET /api/v2.1/cards/ got an answer that is not the API's: an empty body (HTTP status 503)
200 null: ResponseException 0: GET /api/v2.1/cards/ got an answer that is not the API's: JSON that is not an object (HTTP status 200)
200 <html>: ResponseException 0: GET /api/v2.1/cards/ got an answer that is not the API's: not JSON, or truncated (HTTP status 200)

POST
200 {"response_code":0,"amount":1.50}: [response_code: 0, amount: '1.50']
200 [1,2]: [1, 2]
200 : []
201 : []
202 {}: []
204 : []
200 {"response_code":696,"response_message":"SYSTEM_ERROR"}: ApiException 696: POST /api/v2.1/cards/ was refused: SYSTEM_ERROR (code 696, HTTP status 200)
203 {"details":"wrong"}: ApiException 203: POST /api/v2.1/cards/ was refused: wrong (code 203, HTTP status 203)
203 : ApiException 203: POST /api/v2.1/cards/ was refused: no reason given (code 203, HTTP status 203)
400 {"details":{"pan":["This field is required."]}}: ApiException 400: POST /api/v2.1/cards/ was refused: pan: This field is required. (code 400, HTTP status 400)
401 : AuthenticationException 401: POST /api/v2.1/cards/ was refused: your api key not valid (code 401, HTTP status 401)
403 {"details":"no"}: ApiException 403: POST /api/v2.1/cards/ was refused: no (code 403, HTTP status 403)
403 : OutcomeUnknownException 0: POST /api/v2.1/cards/ may have been executed: it got an answer that is not the API's: an empty body (HTTP status 403); no call of the API tells whether it was, do not repeat it blindly
404 : ApiException 404: POST /api/v2.1/cards/ was refused: not found (code 404, HTTP status 404)
406 {"response_code":7,"response_message":"NO"}: ApiException 7: POST /api/v2.1/cards/ was refused: NO (code 7, HTTP status 406)
429 : RateLimitException 0: POST /api/v2.1/cards/ was refused: no reason given (code 0, HTTP status 429)
302 {"details":"moved"}: OutcomeUnknownException 302: POST /api/v2.1/cards/ may have been executed: it got an answer that is not the API's: an undocumented HTTP status (HTTP status 302); no call of the API tells whether it was, do not repeat it blindly
302 : OutcomeUnknownException 0: POST /api/v2.1/cards/ may have been executed: it got an answer that is not the API's: an empty body (HTTP status 302); no call of the API tells whether it was, do not repeat it blindly
500 {}: OutcomeUnknownException 500: POST /api/v2.1/cards/ may have been executed: it got an answer that is not the API's: an undocumented HTTP status (HTTP status 500); no call of the API tells whether it was, do not repeat it blindly
502 {"details":"bad getway"}: OutcomeUnknownException 502: POST /api/v2.1/cards/ may have been executed: it got an answer that is not the API's: an undocumented HTTP status (HTTP status 502); no call of the API tells whether it was, do not repeat it blindly
503 : OutcomeUnknownException 0: POST /api/v2.1/cards/ may have been executed: it got an answer that is not the API's: an empty body (HTTP status 503); no call of the API tells whether it was, do not repeat it blindly
200 null: OutcomeUnknownException 0: POST /api/v2.1/cards/ may have been executed: it got an answer that is not the API's: JSON that is not an object (HTTP status 200); no call of the API tells whether it was, do not repeat it blindly
200 <html>: OutcomeUnknownException 0: POST /api/v2.1/cards/ may have been executed: it got an answer that is not the API's: not JSON, or truncated (HTTP status 200); no call of the API tells whether it was, do not repeat it blindly

ValueError: Aurpay\EnayaPay\Client::request(): Argument #1 ($method) must be GET, POST, PUT, PATCH or DELETE
ValueError: Aurpay\EnayaPay\Client::request(): Argument #2 ($path) must be a path that starts with a single slash, percent-encoded where RFC 3986 asks for it, without a host, "//", dot segments, backslash or fragment
ValueError: Aurpay\EnayaPay\Client::request(): Argument #3 ($params) key "a" must be an int, a decimal string, or a finite float with at most 8 decimal places (its shortest form is sent digit for digit)
