--TEST--
The logger gets one line per call, after it: the level by outcome, what was called, why it failed, and a context without query or body
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/recorder.php';

final class Logger
{
    public function log(mixed $level, string|\Stringable $message, array $context = []): void
    {
        $context['duration_ms'] = is_int($context['duration_ms']) && $context['duration_ms'] < 60000 ? 'some' : 'WRONG';
        echo $level, ': ', $message, ' ', describe($context), "\n";
    }
}

function tell(callable $call): void
{
    try {
        $call();
    } catch (\Aurpay\AurpayException) {
    }
}

foreach ([
    success('[]'), refusal(40005), refusal(401), refusal(429, 'slow down', 429), ['status' => 503, 'body' => '<h1>'],
    ['headers' => ['a-trace-id' => 'from-header']] + success('[]'),
] as $answer) {
    $client = (new Recorder($answer))->client('key', ['logger' => new Logger(), 'retries' => 1]);
    tell(static fn () => $client->orders()->list(['status' => 'S']));
    tell(static fn () => $client->orders()->refund('1'));
}
// An envelope with an undocumented status.
foreach ([['status' => 500] + success('[]'), refusal(40005, status: 500)] as $answer) {
    $client = (new Recorder($answer))->client('key', ['logger' => new Logger(), 'retries' => 0]);
    tell(static fn () => $client->orders()->list());
    tell(static fn () => $client->orders()->refund('1'));
}
$client = (new Recorder(success('{"order_id":"2"}')))->client('key', ['logger' => new Logger()]);
tell(static fn () => $client->orders()->detail('1'));
tell(static fn () => $client->orders()->refund('1'));
?>
--EXPECT--
info: aurpay: GET /api/v2/order/ succeeded [method: 'GET', path: '/api/v2/order/', status: 200, trace_id: NULL, duration_ms: 'some', attempts: 1]
info: aurpay: POST /api/v2/order/refund/1 succeeded [method: 'POST', path: '/api/v2/order/refund/1', status: 200, trace_id: NULL, duration_ms: 'some', attempts: 1]
warning: aurpay: GET /api/v2/order/ was refused (code 40005) [method: 'GET', path: '/api/v2/order/', status: 200, trace_id: 'trace-1', duration_ms: 'some', attempts: 1, problem: NULL, reason: NULL, code: 40005]
warning: aurpay: POST /api/v2/order/refund/1 was refused (code 40005) [method: 'POST', path: '/api/v2/order/refund/1', status: 200, trace_id: 'trace-1', duration_ms: 'some', attempts: 1, problem: NULL, reason: NULL, code: 40005]
warning: aurpay: GET /api/v2/order/ was refused because of its credentials (code 401) [method: 'GET', path: '/api/v2/order/', status: 200, trace_id: 'trace-1', duration_ms: 'some', attempts: 1, problem: NULL, reason: NULL, code: 401]
warning: aurpay: POST /api/v2/order/refund/1 was refused because of its credentials (code 401) [method: 'POST', path: '/api/v2/order/refund/1', status: 200, trace_id: 'trace-1', duration_ms: 'some', attempts: 1, problem: NULL, reason: NULL, code: 401]
warning: aurpay: GET /api/v2/order/ was rate limited (code 429) [method: 'GET', path: '/api/v2/order/', status: 429, trace_id: 'trace-1', duration_ms: 'some', attempts: 2, problem: NULL, reason: NULL, code: 429]
warning: aurpay: POST /api/v2/order/refund/1 was rate limited (code 429) [method: 'POST', path: '/api/v2/order/refund/1', status: 429, trace_id: 'trace-1', duration_ms: 'some', attempts: 1, problem: NULL, reason: NULL, code: 429]
error: aurpay: GET /api/v2/order/ got an answer that is not the API's: not JSON, or truncated (HTTP status 503) [method: 'GET', path: '/api/v2/order/', status: 503, trace_id: NULL, duration_ms: 'some', attempts: 2, problem: 'not JSON, or truncated', reason: NULL, code: NULL]
error: aurpay: POST /api/v2/order/refund/1 may have been executed: not JSON, or truncated (HTTP status 503) [method: 'POST', path: '/api/v2/order/refund/1', status: 503, trace_id: NULL, duration_ms: 'some', attempts: 1, problem: 'not JSON, or truncated', reason: NULL, code: NULL]
info: aurpay: GET /api/v2/order/ succeeded [method: 'GET', path: '/api/v2/order/', status: 200, trace_id: 'from-header', duration_ms: 'some', attempts: 1]
info: aurpay: POST /api/v2/order/refund/1 succeeded [method: 'POST', path: '/api/v2/order/refund/1', status: 200, trace_id: 'from-header', duration_ms: 'some', attempts: 1]
error: aurpay: GET /api/v2/order/ failed: the API's envelope came with an undocumented HTTP status (HTTP status 500) [method: 'GET', path: '/api/v2/order/', status: 500, trace_id: NULL, duration_ms: 'some', attempts: 1, problem: 'the API\'s envelope came with an undocumented HTTP status', reason: NULL, code: NULL]
error: aurpay: POST /api/v2/order/refund/1 may have been executed: the API's envelope came with an undocumented HTTP status (HTTP status 500) [method: 'POST', path: '/api/v2/order/refund/1', status: 500, trace_id: NULL, duration_ms: 'some', attempts: 1, problem: 'the API\'s envelope came with an undocumented HTTP status', reason: NULL, code: NULL]
warning: aurpay: GET /api/v2/order/ was refused (code 40005) [method: 'GET', path: '/api/v2/order/', status: 500, trace_id: 'trace-1', duration_ms: 'some', attempts: 1, problem: NULL, reason: NULL, code: 40005]
error: aurpay: POST /api/v2/order/refund/1 may have been executed (code 40005) [method: 'POST', path: '/api/v2/order/refund/1', status: 500, trace_id: 'trace-1', duration_ms: 'some', attempts: 1, problem: NULL, reason: NULL, code: 40005]
error: aurpay: GET /api/v2/order/detail/1 got the answer for another record (HTTP status 200) [method: 'GET', path: '/api/v2/order/detail/1', status: 200, trace_id: NULL, duration_ms: 'some', attempts: 1, problem: 'the answer for another record', reason: NULL, code: NULL]
error: aurpay: POST /api/v2/order/refund/1 may have been executed: the answer for another record (HTTP status 200) [method: 'POST', path: '/api/v2/order/refund/1', status: 200, trace_id: NULL, duration_ms: 'some', attempts: 1, problem: 'the answer for another record', reason: NULL, code: NULL]
