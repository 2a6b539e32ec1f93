<?php

declare(strict_types=1);

// ./dev demo --first: examples/00-first-payment.php, as docs/getting-started.md shows it. The customer pays when it has
// told where.

namespace AurpayExample;

require dirname(__DIR__, 2) . '/examples/shop/bootstrap.php';
require __DIR__ . '/checks.php';

/** @return list<string> what the example prints, when its customer does this on the payment's page */
function played(string $action): array
{
    $php = preg_split('~\s+~', (string) getenv('AURPAY_PHP_ARGS'), -1, PREG_SPLIT_NO_EMPTY) ?: [];
    $process = proc_open(
        [PHP_BINARY, ...$php, dirname(__DIR__, 2) . '/examples/00-first-payment.php'],
        [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR],
        $pipes,
    );
    assert(is_resource($process));
    $lines = [];
    while (($line = fgets($pipes[1])) !== false) {
        $lines[] = rtrim($line);
        if (preg_match('~^or pay on (\S+)$~', $lines[count($lines) - 1], $match) === 1) {
            Customer::control('POST', '/pay', ['pay_url' => $match[1], 'action' => $action]);
        }
    }
    proc_close($process);

    return $lines;
}

$checks = new Checks();
$paid = played('pay');
$checks->same('it says where to pay', 1, preg_match('~^Send [0-9.]+ USDT-TRC20 on TRX to \S+$~', $paid[0] ?? ''));
$checks->same('it says that it is paid', 1, preg_match('~^Paid: the gateway has [0-9.]+ USDT-TRC20$~', $paid[2] ?? ''));
$expired = played('expire');
$checks->same('it says that it is not paid, and the status', 1, preg_match('~^Not paid: .*OVERDUE~', $expired[2] ?? ''));
$checks->finish();
