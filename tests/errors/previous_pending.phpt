--TEST--
A call made in a destructor while an exception is on its way does not disturb it
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/answers.inc';

final class Closing
{
    public function __construct(private Client $client) {}

    public function __destruct()
    {
        echo outcome(fn () => $this->client->orders()->refund('1')), "\n";
    }
}

function work(): never
{
    $closing = new Closing((new Recorder(refusal(5)))->client());
    throw new \DomainException('on its way');
}

try {
    work();
} catch (\DomainException $exception) {
    show([$exception->getMessage(), $exception->getPrevious()]);
}
?>
--EXPECT--
ApiException 5 200
['on its way', NULL]
