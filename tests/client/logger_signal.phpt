--TEST--
A signal handler that throws while the logger runs counts as the logger's failure: the caller still gets the outcome. If it throws while the call waits, it ends the call, and the logger is not called
--SKIPIF--
<?php

if (!function_exists('pcntl_async_signals')) {
    die('skip needs ext-pcntl');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/sapi_log.inc';

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        echo "the logger\n";
        exec('kill -' . SIGUSR1 . ' ' . getmypid());
        // The engine looks for signals between instructions.
        for ($i = 0; $i < 1000; $i++) {
            strlen((string) $i);
        }
        echo "not reached\n";
    }
}

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, static fn () => throw new \DomainException('stop'));
$log = new SapiLog();
foreach ([success('["done"]'), refusal(5), ['status' => 502]] as $answer) {
    $orders = (new Recorder($answer))->client('key', ['logger' => new Logger(), 'retries' => 0])->orders();
    outcome(static fn () => $orders->refund('1'));
    outcome(static fn () => array_map('gettype', $orders->details(['1', '2'])));
}
echo Client::stats()['logger_failures'], "\n";
$log->show();

$server = fault_server();
$orders = (new Client('key', $server->options(['logger' => new Logger(), 'timeout' => 60])))->orders();
pcntl_signal(SIGALRM, static fn () => throw new \DomainException('stop'));
foreach (['detail', 'refund'] as $method) {
    $server->script('silent');
    pcntl_alarm(1);
    outcome(static fn () => $orders->$method('1'));
}
echo Client::stats()['logger_failures'], "\n";
$log->show();
$server->stop();
?>
--EXPECT--
the logger
['done']
the logger
the logger
[1: 'array', 2: 'array']
the logger
Aurpay\ApiException
the logger
the logger
[1: 'object', 2: 'object']
the logger
Aurpay\OutcomeUnknownException < Aurpay\ResponseException
the logger
the logger
[1: 'object', 2: 'object']
9
log: aurpay: the option logger threw DomainException after POST /api/v2/order/refund/1, whose outcome is not affected: stop
DomainException
Aurpay\OutcomeUnknownException < Aurpay\TransportException < DomainException
9
nothing in the log
