--TEST--
Cycles through handler, logger, Client and Order are collected, but never during a call that uses them; a call outlives the caller's last reference
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

final class Shop
{
    public static int $alive = 0;
    private ?Client $client;
    private ?\Aurpay\Order $orders;
    public array $junk = [];

    public function __construct()
    {
        self::$alive++;
        $this->client = new Client('key', ['handler' => [$this, 'answer'], 'logger' => $this]);
        $this->orders = $this->client->orders();
    }

    public function __destruct()
    {
        self::$alive--;
    }

    public function answer(string $method, string $target): array
    {
        [$this->client, $this->orders] = [null, null];
        gc_collect_cycles();

        return ['body' => '{"code":0,"result":true,"data":[' . str_repeat('{"amount":[1.5]},', 20000) . '{"amount":2}]}'];
    }

    public function log(mixed $level, string $message, array $context): void
    {
        gc_collect_cycles();
        echo self::$alive, ' alive: ', $message, "\n";
    }

    public function call(): array
    {
        return $this->orders->list();
    }

    public function client(): Client
    {
        return $this->client;
    }
}

// Makes enough garbage that the collector runs by itself while the answer becomes arrays.
function litter(): void
{
    for ($i = 0; $i < 9990; $i++) {
        $junk = new \stdClass();
        $junk->self = $junk;
    }
}

litter();
echo count((new Shop())->call()), "\n";
litter();
echo count((new Shop())->client()->orders()->list()), "\n";
for ($i = 0; $i < 3; $i++) {
    new Shop();
}
unset($i);
gc_collect_cycles();
echo Shop::$alive, " alive\n";
?>
--EXPECT--
1 alive: aurpay: GET /api/v2/order/ succeeded
20001
1 alive: aurpay: GET /api/v2/order/ succeeded
20001
0 alive
