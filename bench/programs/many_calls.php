<?php

/*
 * usage: many_calls.php CALLS
 *
 * Calls createPayUrl() so often, and prints the memory of the process before them and ten times on the way, a line
 * of JSON each.
 */

declare(strict_types=1);

use AurpayBench\Contender\Contender;

require __DIR__ . '/../contenders/Contender.php';
require __DIR__ . '/memory.php';

$calls = (int) $argv[1];
$contender = Contender::named('Aurpay');
AurpayBench\report_memory(0);
for ($i = 1; $i <= $calls; $i++) {
    $contender->createPayUrl();
    if ($i % intdiv($calls, 10) === 0) {
        AurpayBench\report_memory($i);
    }
}
