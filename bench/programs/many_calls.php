<?php

/*
 * usage: many_calls.php CALLS
 *
 * Calls createPayUrl() CALLS times. Prints the memory of the process before the calls, and after each tenth of them,
 * as a line of JSON.
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
