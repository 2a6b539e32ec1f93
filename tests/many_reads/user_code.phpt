--TEST--
User code around details(): a logger gets a line for each call, and its exceptions lose no result; an exception of the handler ends the whole; calls inside calls work
--INI--
error_log=/dev/null
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

final class Logger
{
    public int $lines = 0;

    public function __construct(private readonly \Closure $then)
    {
    }

    public function log(mixed $level, string $message, array $context): void
    {
        $this->lines++;
        echo "  {$level}: {$message}, attempts: {$context['attempts']}\n";
        ($this->then)($this->lines);
    }
}

$server = fault_server();
$ids = ['a', 'b', 'c'];

echo "a line per call\n";
$server->script(['do' => 'answer', 'status' => 400, 'body' => '{"error":"no"}']);
$client = new Client('key', $server->options(['concurrency' => 1, 'logger' => new Logger(static fn () => null)]));
echo implode(' ', array_map(get_debug_type(...), $client->orders()->details($ids))), "\n";

echo "a logger that throws\n";
$logger = new Logger(static fn (int $line) => $line === 2 ? throw new \DomainException('the disk is full') : null);
$orders = (new Client('key', $server->options(['concurrency' => 1, 'logger' => $logger])))->orders();
echo implode(' ', array_keys($orders->details($ids))), ', ', Client::stats()['logger_failures'], " failure\n";

echo "a logger that calls\n";
$plain = new Client('key', $server->options());
$logger = new Logger(static fn () => print('  inside: ' . implode(' ', array_keys($plain->orders()->details(['x', 'y']))) . "\n"));
$orders = (new Client('key', $server->options(['concurrency' => 1, 'logger' => $logger])))->orders();
echo implode(' ', array_keys($orders->details($ids))), "\n";

echo "a handler that throws, and one that calls\n";
$handler = static fn (string $method, string $target) => str_ends_with($target, 'b') ? throw new \LogicException($target) : [];
throws(static fn () => (new Client('key', ['handler' => $handler]))->orders()->details($ids));
$handler = static fn () => ['body' => json_encode(['code' => 0, 'result' => true, 'data' => $plain->orders()->detail('z')])];
echo json_encode((new Client('key', ['handler' => $handler]))->orders()->details($ids)['c']), "\n";

echo "ids from a generator that makes calls\n";
$fromCalls = static function () use ($plain) {
    foreach (['p', 'q'] as $id) {
        yield basename($plain->orders()->detail($id)['target']);
    }
};
echo implode(' ', array_keys($plain->orders()->details($fromCalls()))), "\n";
$server->stop();
?>
--EXPECT--
a line per call
  warning: aurpay: GET /api/v2/order/detail/a was refused (HTTP status 400), attempts: 1
  info: aurpay: GET /api/v2/order/detail/b succeeded, attempts: 1
  info: aurpay: GET /api/v2/order/detail/c succeeded, attempts: 1
Aurpay\ApiException array array
a logger that throws
  info: aurpay: GET /api/v2/order/detail/a succeeded, attempts: 1
  info: aurpay: GET /api/v2/order/detail/b succeeded, attempts: 1
  info: aurpay: GET /api/v2/order/detail/c succeeded, attempts: 1
a b c, 1 failure
a logger that calls
  info: aurpay: GET /api/v2/order/detail/a succeeded, attempts: 1
  inside: x y
  info: aurpay: GET /api/v2/order/detail/b succeeded, attempts: 1
  inside: x y
  info: aurpay: GET /api/v2/order/detail/c succeeded, attempts: 1
  inside: x y
a b c
a handler that throws, and one that calls
LogicException: /api/v2/order/detail/b
{"method":"GET","target":"\/api\/v2\/order\/detail\/z"}
ids from a generator that makes calls
p q
