--TEST--
A logger may make another call on the same client
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

final class Logger
{
    public ?Client $client = null;
    private int $depth = 0;

    public function log(mixed $level, string $message, array $context): void
    {
        echo str_repeat('  ', $this->depth), $level, ': ', $message, ', last was ', $this->client->lastResponse()['path'], "\n";
        if ($this->depth++ < 1) {
            show($this->client->orders()->cryptoCurrencies());
        }
        $this->depth--;
    }
}

$logger = new Logger();
$recorder = new Recorder(success('["outer"]'), success('["inner"]'), refusal(5), success('["inner"]'));
$logger->client = $recorder->client('key', ['logger' => $logger]);
show($logger->client->orders()->fiatCurrencies());
throws(static fn () => $logger->client->orders()->refund('1'));
?>
--EXPECT--
info: aurpay: GET /api/order/pay/real-currency succeeded, last was /api/order/pay/real-currency
  info: aurpay: GET /api/order/pay/crypto-currency succeeded, last was /api/order/pay/crypto-currency
['inner']
['outer']
warning: aurpay: POST /api/v2/order/refund/1 was refused (code 5), last was /api/v2/order/refund/1
  info: aurpay: GET /api/order/pay/crypto-currency succeeded, last was /api/order/pay/crypto-currency
['inner']
Aurpay\ApiException: POST /api/v2/order/refund/1 was refused: no (code 5, HTTP status 200, trace id trace-1)
