--TEST--
A client whose handler or logger refers back to it is freed by the garbage collector
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Order;

require __DIR__ . '/../support/recorder.php';

final class Logger
{
    public ?object $keeps = null;

    public function log(mixed $level, string $message, array $context): void {}
}

function by_handler(): \WeakReference
{
    $holder = new \stdClass();
    $holder->client = new Client('key', ['handler' => static fn () => success($holder instanceof \stdClass ? '[]' : '[1]')]);
    $holder->client->orders()->fiatCurrencies();

    return \WeakReference::create($holder->client);
}

function by_logger(): \WeakReference
{
    $logger = new Logger();
    $logger->keeps = new Client('key', ['logger' => $logger]);

    return \WeakReference::create($logger->keeps);
}

function by_order(): \WeakReference
{
    $logger = new Logger();
    $logger->keeps = new Order(new Client('key', ['logger' => $logger, 'handler' => [$logger, 'log']]));

    return \WeakReference::create($logger->keeps);
}

gc_collect_cycles();
foreach (['by_handler', 'by_logger', 'by_order'] as $make) {
    $reference = ('AurpayTest\\' . $make)();
    $before = $reference->get() !== null;
    gc_collect_cycles();
    echo $make, ': ', $before ? 'there' : 'gone', ', then ', $reference->get() ? 'there' : 'gone', "\n";
}
?>
--EXPECT--
by_handler: there, then gone
by_logger: there, then gone
by_order: there, then gone
