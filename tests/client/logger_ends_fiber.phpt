--TEST--
A Fiber that is destroyed while it is suspended in the logger ends there: nothing is thrown, reported or counted, whatever the call's outcome, also in details()
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Fiber;

require __DIR__ . '/sapi_log.inc';

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        try {
            Fiber::suspend($level);
            echo "resumed\n";
        } finally {
            echo "  the logger ends\n";
        }
    }
}

$log = new SapiLog();
$answers = ['success' => success('["done"]'), 'refusal' => refusal(5), 'no answer of the API' => ['status' => 502]];
foreach ($answers as $name => $answer) {
    foreach (['refund', 'detail', 'details'] as $method) {
        $orders = (new Recorder($answer))->client('key', ['logger' => new Logger(), 'retries' => 0])->orders();
        $fiber = new Fiber(static fn () => $orders->$method($method === 'details' ? ['1', '2'] : '1'));
        echo "{$name}, {$method}: ", $fiber->start(), "\n";
        unset($fiber, $orders);
    }
}
// A Fiber that is resumed with an exception counts as a logger that threw.
$orders = (new Recorder(success('["done"]')))->client('key', ['logger' => new Logger()])->orders();
$fiber = new Fiber(static fn () => $orders->refund('1'));
$fiber->start();
$fiber->throw(new \DomainException('thrown into it'));
show($fiber->getReturn());
echo Client::stats()['logger_failures'], "\n";
$log->show();
?>
--EXPECT--
success, refund: info
  the logger ends
success, detail: info
  the logger ends
success, details: info
  the logger ends
refusal, refund: warning
  the logger ends
refusal, detail: warning
  the logger ends
refusal, details: warning
  the logger ends
no answer of the API, refund: error
  the logger ends
no answer of the API, detail: error
  the logger ends
no answer of the API, details: error
  the logger ends
  the logger ends
['done']
1
log: aurpay: the option logger threw DomainException after POST /api/v2/order/refund/1, whose outcome is not affected: thrown into it
