<?php

/*
 * What the gateway says about many payments: ids from standard input, one a line; a line of each on standard output. An id
 * that cannot be read is told on standard error, and stops nothing.
 *
 *   php 05-many-orders.php <ids.txt >orders.csv
 *
 * The reads run at once, over one connection with HTTP/2. Memory does not grow with the number of ids. The exit status is 1
 * if an id could not be read. ./dev demo --many runs it. The environment is that of 01-checkout.php.
 */

declare(strict_types=1);

namespace AurpayExample;

use Aurpay\AurpayException;
use Aurpay\Client;

require __DIR__ . '/shop/bootstrap.php';

/** So many answers are held in memory. The client's option `concurrency` says how many reads run at the same time. */
const AT_ONCE = 100;

/** Tells of ids that could not be read, and counts them. */
final class Failures
{
    public int $count = 0;

    public function tell(string $id, string $why): void
    {
        ++$this->count;
        fwrite(STDERR, json_encode($id, JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES) . ": {$why}\n");
    }
}

/**
 * @param resource $stream
 *
 * @return \Generator<list<string>> ids that can be ones, by so many
 */
function ids($stream, int $count, Failures $failures): \Generator
{
    $ids = [];
    while (($line = fgets($stream)) !== false) {
        $id = trim($line);
        // details() refuses a list with an impossible id before it sends anything. Here one line spoils only itself.
        if (preg_match('/^[A-Za-z0-9_-]{1,64}$/D', $id) !== 1) {
            $failures->tell($id, 'no id');
            continue;
        }
        $ids[] = $id;
        if (count($ids) === $count) {
            yield $ids;
            $ids = [];
        }
    }
    if ($ids !== []) {
        yield $ids;
    }
}

$failures = new Failures();
$read = 0;
$orders = aurpay()->orders();
foreach (ids(STDIN, AT_ONCE, $failures) as $ids) {
    foreach ($orders->details($ids) as $id => $detail) {
        if ($detail instanceof AurpayException) {
            $failures->tell((string) $id, $detail->getMessage());
            continue;
        }
        ++$read;
        fputcsv(STDOUT, [$id, $detail['status'], $detail['vs_price'], $detail['vs_currency'], $detail['obtained'] ?? ''], escape: '');
    }
}
fwrite(STDERR, "{$read} read, {$failures->count} failed; " . wire(Client::stats()) . '; memory: '
    . intdiv(memory_get_peak_usage(), 1024) . " KiB\n");
exit($failures->count === 0 ? 0 : 1);
