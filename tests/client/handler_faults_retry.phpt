--TEST--
A read is retried, without a pause, after a transient fault and after no other; a timeout ends the call; details() keeps the other answers
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportException;
use Aurpay\TransportReason;

require __DIR__ . '/../support/recorder.php';

foreach (TransportReason::cases() as $reason) {
    $recorder = new Recorder(['fault' => $reason]);
    try {
        // Ten pauses of up to 5 seconds would outlast the deadline.
        $recorder->client('key', ['retries' => 10, 'timeout' => 20])->orders()->detail('1');
    } catch (TransportException $exception) {
        echo "{$reason->name}: ", count($recorder->requests), preg_match('/after \d+ retries/', $exception->getMessage(), $match) ? ", {$match[0]}" : '', str_contains($exception->getMessage(), 'pause') ? ', paused' : '', "\n";
    }
}
$recorder = new Recorder(['fault' => TransportReason::Lost, 'sent' => true], ['status' => 503], ['fault' => TransportReason::Connection], success('["at last"]'));
$client = $recorder->client('key', ['retries' => 3]);
show($client->orders()->fiatCurrencies());
echo count($recorder->requests), ' requests, ', $client->lastResponse()['retries'], " retries\n";
$recorder = new Recorder(['fault' => TransportReason::Lost, 'sent' => true], success('["not asked"]'));
outcome_of(static fn () => $recorder->client('key', ['retries' => 3])->orders()->refund('1'));
echo count($recorder->requests), " request\n";
$handler = static fn (string $method, string $target) => match (basename($target)) {
    'a' => ['fault' => TransportReason::Timeout, 'sent' => true],
    'b' => ['fault' => TransportReason::Name],
    default => success('{"order_id":"' . basename($target) . '"}'),
};
foreach ((new Client('key', ['handler' => $handler, 'retries' => 1]))->orders()->details(['a', 'b', 'c']) as $id => $result) {
    echo "{$id}: ", is_array($result) ? describe($result) : $result->reason->name, "\n";
}
show((new Client('key', ['handler' => $handler]))->orders()->detail('c'));
foreach ((new Client('key', ['handler' => $handler]))->orders()->details(['c']) as $result) {
    show($result);
}

function outcome_of(callable $call): void
{
    try {
        show($call());
    } catch (\Throwable $thrown) {
        echo $thrown::class, ' < ', $thrown->getPrevious()::class, "\n";
    }
}
?>
--EXPECT--
Name: 11, after 10 retries
Connection: 11, after 10 retries
Proxy: 11, after 10 retries
CaFile: 1
CertificateExpired: 1
CertificateNotYetValid: 1
CertificateHost: 1
CertificateAuthority: 1
Certificate: 1
PublicKey: 1
TlsVersion: 1
Tls: 11, after 10 retries
Lost: 11, after 10 retries
ConnectTimeout: 11, after 10 retries
Timeout: 1
Interrupted: 1
Failed: 1
['at last']
4 requests, 3 retries
Aurpay\OutcomeUnknownException < Aurpay\TransportException
1 request
a: Timeout
b: Name
c: [order_id: 'c']
[order_id: 'c']
[order_id: 'c']
