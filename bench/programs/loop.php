<?php

/*
 * usage: loop.php CONTENDER WARM_UP CALLS
 *
 * Calls createPayUrl() on one client and prints how long all calls took together, without the WARM_UP calls.
 */

declare(strict_types=1);

use AurpayBench\Contender\Contender;

require __DIR__ . '/../contenders/Contender.php';

[, $name, $warmUp, $calls] = $argv;
$contender = Contender::named($name);
for ($i = 0; $i < (int) $warmUp; $i++) {
    $contender->createPayUrl();
}
$began = hrtime(true);
for ($i = 0; $i < (int) $calls; $i++) {
    $contender->createPayUrl();
}
$nanoseconds = hrtime(true) - $began;
echo json_encode(['calls' => (int) $calls, 'nanoseconds' => $nanoseconds]), "\n";
