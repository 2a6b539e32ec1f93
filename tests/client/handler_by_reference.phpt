--TEST--
A value that user code returns by reference is dereferenced: a handler's answer, a fault, a date's timestamp
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportReason;

require __DIR__ . '/../support/recorder.php';

final class Date extends \DateTimeImmutable
{
    private int $timestamp = 86400;

    public function &getTimestamp(): int
    {
        return $this->timestamp;
    }
}

$answer = success('["answered"]');
$handler = static function &() use (&$answer): array {
    return $answer;
};
$client = new Client('key', ['handler' => $handler]);
show($client->orders()->fiatCurrencies());
$answer = ['fault' => TransportReason::Name];
throws(static fn () => $client->orders()->fiatCurrencies());
$recorder = new Recorder(success('{"data":[]}'));
$recorder->client()->orders()->list(['st' => new Date()]);
$recorder->show();
?>
--EXPECT--
['answered']
Aurpay\TransportException: GET /api/order/pay/real-currency failed after 2 retries: the name dashboard.aurpay.net could not be resolved; check the option base_uri; nothing was sent
GET /api/v2/order/?st=1970-01-02T00:00:00
