--TEST--
A connection that fails for another reason than that nobody listens: the exception has the system's words, and nothing was sent
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/faults.inc';

// The system refuses to connect a stream to the broadcast address, before it sends anything.
foreach (['refund', 'detail'] as $method) {
    $exception = expect_nothing_sent(static fn () => (new Client('key', ['base_uri' => 'https://255.255.255.255', 'retries' => 0]))->orders()->{$method}('1'));
    echo $exception->reason->value, "\n";
}

// No socket without a descriptor. The shell's limit leaves some for PHP itself; the script takes the rest.
$code = <<<'CODE'
    $client = new Aurpay\Client('key', ['base_uri' => 'https://127.0.0.1:9', 'retries' => 0]);
    // libcurl itself needs descriptors when it starts.
    try {
        $client->orders()->refund('1');
    } catch (Aurpay\AurpayException) {
    }
    while ($taken[] = @fopen('/dev/null', 'r'));
    try {
        $client->orders()->refund('1');
    } catch (Aurpay\AurpayException $exception) {
    }
    array_splice($taken, 0, 8);
    $exception = $exception instanceof Aurpay\TransportException ? $exception : $exception->getPrevious();
    echo $exception->reason->value, ': ', $exception->getMessage(), "\n";
    CODE;
$command = [PHP_BINARY, '-n', '-d', 'extension=' . ini_get('extension_dir') . '/aurpay.' . PHP_SHLIB_SUFFIX, '-r', $code];
passthru('ulimit -n 64; exec ' . implode(' ', array_map(escapeshellarg(...), $command)));
?>
--EXPECTF--
Aurpay\TransportException: POST /api/v2/order/refund/1 failed: could not connect to 255.255.255.255:443 (%s); check the option base_uri; nothing was sent
connection
Aurpay\TransportException: GET /api/v2/order/detail/1 failed: could not connect to 255.255.255.255:443 (%s); check the option base_uri; nothing was sent
connection
connection: POST /api/v2/order/refund/1 failed: could not connect to 127.0.0.1:9 (%s); check the option base_uri%S
