<?php

declare(strict_types=1);

// ./dev demo --many: examples/05-many-orders.php, with hundreds of orders, and with ids that cannot be read.

namespace AurpayExample;

require dirname(__DIR__, 2) . '/examples/shop/bootstrap.php';
require __DIR__ . '/checks.php';

/**
 * @param list<string> $ids
 *
 * @return array{int, list<string>, string} the example's exit status, its lines, and what it tells on standard error
 */
function read(array $ids): array
{
    $folder = sys_get_temp_dir() . '/aurpay-many-' . bin2hex(random_bytes(6));
    mkdir($folder, 0700);
    file_put_contents("{$folder}/ids", implode("\n", $ids) . "\n");
    $php = preg_split('~\s+~', (string) getenv('AURPAY_PHP_ARGS'), -1, PREG_SPLIT_NO_EMPTY) ?: [];
    $process = proc_open(
        [PHP_BINARY, ...$php, dirname(__DIR__, 2) . '/examples/05-many-orders.php'],
        [['file', "{$folder}/ids", 'r'], ['file', "{$folder}/out", 'w'], ['file', "{$folder}/error", 'w']],
        $pipes,
    );
    assert(is_resource($process));
    $status = proc_close($process);
    $read = [$status, file("{$folder}/out", FILE_IGNORE_NEW_LINES) ?: [], (string) file_get_contents("{$folder}/error")];
    array_map('unlink', glob("{$folder}/*") ?: []);
    rmdir($folder);

    return $read;
}

/** The memory that the example had, in KiB. */
function memory(string $told): int
{
    return preg_match('~; memory: (\d+) KiB$~', trim($told), $match) === 1 ? (int) $match[1] : 0;
}

$checks = new Checks();
Customer::control('POST', '/orders', ['count' => 600, 'status' => 'SUCCESS']);
$ids = [];
foreach (aurpay()->orders()->each(['size' => 100]) as $order) {
    $ids[] = $order['order_id'];
}
$checks->same('there are 600 orders', 600, count($ids));

[$status, $lines, $told] = read($ids);
$checks->same('all are read', [0, $ids], [$status, array_map(static fn (string $line): string => explode(',', $line)[0], $lines)]);
$checks->same('each with status, price and what has come', 600, count(preg_grep('~^\d+,SUCCESS,[0-9.]+,[A-Z]{3},[0-9.]+$~', $lines) ?: []));
$checks->same('over one connection', 1, preg_match('~^600 read, 0 failed; requests: 600, connections opened: 1, ~', $told));
[, , $few] = read(array_slice($ids, 0, 100));
// An answer that is kept takes 2 KiB and more: 500 of them would be a megabyte.
$checks->same('memory does not grow with their number', true, memory($few) > 0 && memory($told) < memory($few) + 256);

[$status, $lines, $told] = read([$ids[0], '../1', '404404', $ids[0], $ids[1]]);
$checks->same('what cannot be read stops nothing', [1, 2], [$status, count($lines)]);
$checks->same('an id that can be none is told', true, str_contains($told, "\"../1\": no id\n"));
$checks->same('an id that the gateway does not know is told', 1, preg_match('~^"404404": GET /api/v2/order/detail/404404 was refused: ~m', $told));
$checks->same('a failure is counted', true, str_contains($told, '2 read, 2 failed;'));
$checks->finish();
