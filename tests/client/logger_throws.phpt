--TEST--
A logger that throws changes nothing for the caller, who gets the answer or the call's own exception; the SAPI's log has the first failure of a request, and stats() counts them
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/sapi_log.inc';

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        throw new \DomainException("the disk is full: {$level}");
    }
}

$log = new SapiLog();
foreach ([success('["done"]'), refusal(40005), ['status' => 502, 'body' => '']] as $answer) {
    $orders = (new Recorder($answer))->client('key', ['logger' => new Logger(), 'retries' => 0])->orders();
    outcome(static fn () => $orders->refund('1'));
    outcome(static fn () => $orders->fiatCurrencies());
}
$handler = static fn (string $method, string $target) => str_ends_with($target, 'b') ? refusal(5) : success('{"id":"' . basename($target) . '"}');
$orders = (new Client('key', ['handler' => $handler, 'logger' => new Logger()]))->orders();
show($orders->details(['a', 'b', 'c']));
// A foreach over pages runs in the caller's frame.
$page = static fn (int $number) => success('{"page":' . $number . ',"size":1,"total":2,"max_page":2,"data":[{"n":' . $number . '}]}');
$handler = static fn (string $method, string $target) => $page((int) (preg_match('/page=(\d)/', $target, $match) ? $match[1] : 1));
foreach ((new Client('key', ['handler' => $handler, 'logger' => new Logger()]))->orders()->each() as $order) {
    show($order);
}
outcome(static fn () => Client::login('user', 'password', ['handler' => new Recorder(success('{"access_token":"t","expire":1}')), 'logger' => new Logger()]));
$handler = static fn () => ['body' => '{"succeed":true,"message":"","result":{"uuid":"1"}}'];
outcome(static fn () => (new AzPays\Client('token', ['handler' => $handler, 'logger' => new Logger()]))->purse('1'));
$handler = static fn () => ['body' => '{"user_name":"n","status":"s"}'];
outcome(static fn () => (new EnayaPay\Client('key', ['handler' => $handler, 'logger' => new Logger()]))->login(['user_phone' => '1', 'user_password' => 'p']));
echo Client::stats()['logger_failures'], " failures\n";
$log->show();
?>
--EXPECT--
['done']
['done']
Aurpay\ApiException
Aurpay\ApiException
Aurpay\OutcomeUnknownException < Aurpay\ResponseException
Aurpay\ResponseException
[a: [id: 'a'], b: Aurpay\ApiException, c: [id: 'c']]
[n: 1]
[n: 2]
[access_token: 't', expire: 1]
[uuid: '1']
[user_name: 'n', status: 's']
14 failures
log: aurpay: the option logger threw DomainException after POST /api/v2/order/refund/1, whose outcome is not affected: the disk is full: info
