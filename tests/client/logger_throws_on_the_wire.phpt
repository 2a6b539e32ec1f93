--TEST--
A logger that throws after a call on the wire changes nothing: the call is executed once, its connection is reused, and an unknown outcome is still reported
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/sapi_log.inc';

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        throw new \DomainException('the disk is full');
    }
}

$log = new SapiLog();
$server = fault_server('--tls');
$orders = (new Client('key', $server->options(['logger' => new Logger(), 'retries' => 0])))->orders();
foreach (['answer', ['do' => 'answer', 'status' => 429, 'body' => ''], 'broken_json', 'close'] as $behaviour) {
    foreach (['detail', 'refund'] as $method) {
        $server->reset();
        $server->script('answer', $behaviour, 'answer');
        // Makes the connection a reused one; on such a connection libcurl resends a read.
        (new Client('key', $server->options()))->orders()->list();
        echo is_array($behaviour) ? $behaviour['status'] : $behaviour, ", {$method}: ";
        outcome(static fn () => $orders->$method('1')['target']);
        echo "  {$server->counts()['requests']} requests\n";
    }
}
$server->reset();
(new Client('key', $server->options()))->orders()->refund('1');
outcome(static fn () => $orders->refund('2')['target']);
$target = (new Client('key', $server->options()))->orders()->refund('3')['target'];
$connections = $server->connections() - connections_of_their_own(2);
echo "{$target}, {$server->executed()} executed on {$connections} new connection\n";
$server->stop();
$log->show();
?>
--EXPECT--
answer, detail: '/api/v2/order/detail/1'
  2 requests
answer, refund: '/api/v2/order/refund/1'
  2 requests
429, detail: Aurpay\RateLimitException
  2 requests
429, refund: Aurpay\RateLimitException
  2 requests
broken_json, detail: Aurpay\ResponseException
  2 requests
broken_json, refund: Aurpay\OutcomeUnknownException < Aurpay\ResponseException
  2 requests
close, detail: '/api/v2/order/detail/1'
  3 requests
close, refund: Aurpay\OutcomeUnknownException < Aurpay\TransportException
  2 requests
'/api/v2/order/refund/2'
/api/v2/order/refund/3, 3 executed on 1 new connection
log: aurpay: the option logger threw DomainException after GET /api/v2/order/detail/1, whose outcome is not affected: the disk is full
