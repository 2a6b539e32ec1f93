--TEST--
details() decodes each answer as it arrives and frees its buffers: 2,000 answers of 20 KB are never held at once
--SKIPIF--
<?php

if (!is_readable('/proc/self/status')) {
    die('skip needs /proc');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

/** The most memory this process has had, in KB. */
function peak(): int
{
    preg_match('~^VmHWM:\s*(\d+) kB$~m', (string) file_get_contents('/proc/self/status'), $match);

    return (int) $match[1];
}

// The decoder drops the blanks: the decoded answer is small, its buffer outside memory_limit is large.
$body = '{"code":0,"result":true,"data":{}}' . str_repeat(' ', 20 * 1024);
$orders = (new Client('key', ['handler' => static fn (): array => ['body' => $body]]))->orders();
$ids = array_map(static fn (int $number) => "id{$number}", range(1, 2000));
$orders->details(array_slice($ids, 0, 100));
$before = peak();
$details = $orders->details($ids);
$more = peak() - $before;
echo count($details), ' details, in order: ', var_export(array_keys($details) === $ids, true), "\n";
// A memory checker keeps freed memory.
echo $more < 15 * 1024 || getenv('USE_ZEND_ALLOC') === '0' ? "held a few at a time\n" : "held {$more} KB\n";
?>
--EXPECT--
2000 details, in order: true
held a few at a time
