--TEST--
A call that is refused before it begins is not logged
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

final class Logger
{
    public function log(mixed ...$arguments): void
    {
        echo 'logged';
    }
}

$client = new Client('key', ['logger' => new Logger()]);
throws(static fn () => $client->orders()->detail('../x'));
throws(static fn () => $client->orders()->list(['size' => 101]));
?>
--EXPECT--
ValueError: Aurpay\Order::detail(): Argument #1 ($orderId) must be an id: 1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen
ValueError: Aurpay\Order::list(): Argument #1 ($filter) key "size" must be between 1 and 100
