--TEST--
A destructor that runs while an exception is pending can make a call, which leaves the exception alone
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
