--TEST--
A PSR-3 logger gets one line per call on the wire, however many attempts it took, after the connection is free again; its duration covers all attempts
--FILE--
<?php

namespace Psr\Log;

// As in psr/log 3.
interface LoggerInterface
{
    public function log($level, string|\Stringable $message, array $context = []): void;
}

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

final class Logger implements \Psr\Log\LoggerInterface
{
    public ?Client $client = null;
    public int $atLeast = 0;

    public function log($level, string|\Stringable $message, array $context = []): void
    {
        if ($context['duration_ms'] < $this->atLeast || $context['duration_ms'] > 60000) {
            echo "duration_ms is {$context['duration_ms']}\n";
        }
        unset($context['duration_ms']);
        if ($context['path'] === '/api/v2/order/refund/6' && !libcurl_tells_of_sending()) {
            $message = str_replace(' may have been executed', ' failed', $message);
        }
        [$message, $context] = preg_replace(['/127\.0\.0\.1:\d+/', '/(?<=answered) \([^)]*\)/'], ['ADDRESS', ''], [$message, describe($context)]);
        echo "{$level}: {$message} {$context}\n";
        $this->atLeast = 0;
    }
}

$server = fault_server('--tls');
$logger = new Logger();
$orders = (new Client('key', $server->options(['logger' => $logger, 'retries' => 2, 'timeout' => 30])))->orders();
$try = static function (callable $call): void {
    try {
        $call();
    } catch (\Aurpay\AurpayException) {
    }
};
$traced = ['do' => 'answer', 'headers' => ['a-trace-id' => 'abc123']];

$server->script($traced);
$orders->detail('1');
$server->script(['do' => 'answer', 'status' => 503, 'body' => '', 'delay' => 0.3], 'half_body', $traced + ['delay' => 0.3]);
$logger->atLeast = 600;
$orders->detail('2');
$server->script('close');
$try(static fn () => $orders->refund('3'));
$server->script(['do' => 'answer', 'status' => 429, 'headers' => ['Retry-After' => '999'], 'body' => '', 'execute' => false]);
$try(static fn () => $orders->detail('4'));
$brief = new Client('key', $server->options(['logger' => $logger, 'timeout' => 0.5]));
$server->script('silent');
$logger->atLeast = 490;
$try(static fn () => $brief->orders()->detail('5'));
$server->vanish();
$try(static fn () => $orders->refund('6'));
$try(static fn () => $orders->detail('7'));
$server->stop();
?>
--EXPECT--
info: aurpay: GET /api/v2/order/detail/1 succeeded [method: 'GET', path: '/api/v2/order/detail/1', status: 200, trace_id: 'abc123', attempts: 1]
info: aurpay: GET /api/v2/order/detail/2 succeeded [method: 'GET', path: '/api/v2/order/detail/2', status: 200, trace_id: 'abc123', attempts: 3]
error: aurpay: POST /api/v2/order/refund/3 may have been executed: the connection was lost before ADDRESS answered [method: 'POST', path: '/api/v2/order/refund/3', status: 0, trace_id: NULL, attempts: 1, problem: 'the connection was lost before ADDRESS answered', reason: 'lost', code: NULL]
warning: aurpay: GET /api/v2/order/detail/4 was rate limited (HTTP status 429) [method: 'GET', path: '/api/v2/order/detail/4', status: 429, trace_id: NULL, attempts: 1, problem: NULL, reason: NULL, code: NULL]
error: aurpay: GET /api/v2/order/detail/5 failed: timed out after 0.5 seconds (option timeout) before ADDRESS answered [method: 'GET', path: '/api/v2/order/detail/5', status: 0, trace_id: NULL, attempts: 1, problem: 'timed out after 0.5 seconds (option timeout) before ADDRESS answered', reason: 'timeout', code: NULL]
error: aurpay: POST /api/v2/order/refund/6 failed: ADDRESS refused the connection; check the option base_uri [method: 'POST', path: '/api/v2/order/refund/6', status: 0, trace_id: NULL, attempts: 1, problem: 'ADDRESS refused the connection; check the option base_uri', reason: 'connection', code: NULL]
error: aurpay: GET /api/v2/order/detail/7 failed: ADDRESS refused the connection; check the option base_uri [method: 'GET', path: '/api/v2/order/detail/7', status: 0, trace_id: NULL, attempts: 3, problem: 'ADDRESS refused the connection; check the option base_uri', reason: 'connection', code: NULL]
