--TEST--
What a logger throws reaches the caller when the call is safely over: executed once, its connection kept for the next, and with money in doubt the doubt comes first
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/recorder.inc';

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        throw new \DomainException('the disk is full');
    }
}

function chain(callable $call): string
{
    $names = [];
    try {
        $call();
    } catch (\Throwable $thrown) {
        for (; $thrown; $thrown = $thrown->getPrevious()) {
            $names[] = $thrown::class;
        }
    }

    return implode(' < ', $names);
}

$server = fault_server('--tls');
$orders = (new Client('key', $server->options(['logger' => new Logger(), 'retries' => 0])))->orders();
foreach (['answer', ['do' => 'answer', 'status' => 429, 'body' => ''], 'broken_json', 'close'] as $behaviour) {
    foreach (['detail', 'refund'] as $method) {
        $server->reset();
        $server->script('answer', $behaviour, 'answer');
        // So that the connection is a used one; a read on it is asked again by libcurl.
        (new Client('key', $server->options()))->orders()->list();
        echo is_array($behaviour) ? $behaviour['status'] : $behaviour, ", {$method}: ", chain(static fn () => $orders->$method('1')),
            ", {$server->counts()['requests']} requests\n";
    }
}
$server->reset();
(new Client('key', $server->options()))->orders()->refund('1');
echo chain(static fn () => $orders->refund('2')), "\n";
$target = (new Client('key', $server->options()))->orders()->refund('3')['target'];
$connections = $server->connections() - connections_of_their_own(2);
echo "{$target}, {$server->executed()} executed on {$connections} new connection\n";
$server->stop();
?>
--EXPECT--
answer, detail: DomainException, 2 requests
answer, refund: DomainException, 2 requests
429, detail: Aurpay\RateLimitException < DomainException, 2 requests
429, refund: Aurpay\RateLimitException < DomainException, 2 requests
broken_json, detail: Aurpay\ResponseException < DomainException, 2 requests
broken_json, refund: Aurpay\OutcomeUnknownException < Aurpay\ResponseException < DomainException, 2 requests
close, detail: DomainException, 3 requests
close, refund: Aurpay\OutcomeUnknownException < Aurpay\TransportException < DomainException, 2 requests
DomainException
/api/v2/order/refund/3, 3 executed on 1 new connection
