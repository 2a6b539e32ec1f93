--TEST--
What a logger throws reaches the caller; where the call failed too, its exception is the one that is caught and the logger's is in the chain
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/recorder.inc';

final class Logger
{
    public function log(mixed $level, string $message, array $context): void
    {
        throw new \DomainException("the disk is full: {$level}");
    }
}

function chain(\Throwable $thrown): void
{
    for (; $thrown; $thrown = $thrown->getPrevious()) {
        echo $thrown::class, ' ';
    }
    echo "\n";
}

foreach ([success('[]'), refusal(40005), ['status' => 502, 'body' => '']] as $answer) {
    $orders = (new Recorder($answer))->client('key', ['logger' => new Logger(), 'retries' => 0])->orders();
    foreach ([static fn () => $orders->fiatCurrencies(), static fn () => $orders->refund('1')] as $call) {
        try {
            show($call());
        } catch (\Throwable $thrown) {
            chain($thrown);
        }
    }
}
?>
--EXPECT--
DomainException 
DomainException 
Aurpay\ApiException DomainException 
Aurpay\ApiException DomainException 
Aurpay\ResponseException DomainException 
Aurpay\OutcomeUnknownException Aurpay\ResponseException DomainException 
