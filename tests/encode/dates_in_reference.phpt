--TEST--
A date whose own getTimestamp() drops the last reference to it lives until that method returns
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

final class Vanishing extends \DateTimeImmutable
{
    public ?string $note = null;

    public function getTimestamp(): int
    {
        global $date;
        $date = null;
        // These objects would take over the memory of a freed date.
        $others = array_map(static fn (): self => new self(), range(1, 100));

        return count($others) + strlen((string) $this->note);
    }
}

$client = new Client('key', ['handler' => static function (string $method, string $target): array {
    echo $target, "\n";

    return ['body' => '{"code":0,"result":true,"data":[]}'];
}]);
$date = new Vanishing();
$date->note = str_repeat('n', 7);
$client->orders()->list(['st' => &$date]);
var_dump($date);
?>
--EXPECT--
/api/v2/order/?st=1970-01-01T00:01:47
NULL
