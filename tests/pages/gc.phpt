--TEST--
A suspended walk that is part of a cycle is freed by the garbage collector, with its page, its filter and its client
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

/** A handler that holds the generator that holds the walk over the handler's own client. */
final class Shop
{
    public ?\Generator $orders = null;

    public function __invoke(): array
    {
        return success('{"page":1,"max_page":2,"data":[{"order_id":"1"},{"order_id":"2"}]}');
    }

    public function walk(bool $isSuspended): \WeakReference
    {
        $client = new Client('key', ['handler' => $this]);
        $walk = static function () use ($client): \Generator {
            foreach ($client->orders()->each(['status' => 'SUCCESS']) as $order) {
                yield $order;
            }
        };
        $this->orders = $walk();
        if ($isSuspended) {
            echo $this->orders->current()['order_id'], "\n";
        }

        return \WeakReference::create($client);
    }
}

gc_collect_cycles();
foreach ([false, true] as $isSuspended) {
    $client = (new Shop())->walk($isSuspended);
    $before = $client->get() !== null;
    gc_collect_cycles();
    echo $before ? 'there' : 'gone', ', then ', $client->get() ? 'there' : 'gone', "\n";
}

// A walk that somebody still holds is not freed, and goes on.
$shop = new Shop();
$shop->walk(true);
gc_collect_cycles();
$shop->orders->next();
echo $shop->orders->current()['order_id'], "\n";
?>
--EXPECT--
there, then gone
1
there, then gone
1
2
