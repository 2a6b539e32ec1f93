<?php

/*
 * usage: json_loop.php WARM_UP CALLS
 *
 * The limit of loop.php: the bare call, signed each time, with ext/json for the parameters and for the answer. It prints
 * what loop.php prints.
 */

declare(strict_types=1);

use AurpayBench\Contender\Contender;

require __DIR__ . '/../contenders/Contender.php';

[, $warmUp, $calls] = $argv;
/** @var array<string, non-empty-string> $server */
$server = $_SERVER;
$settings = [$server['BENCH_BASE_URI'], $server['BENCH_CA_FILE'], $server['BENCH_TOKEN'], $server['BENCH_SECRET']];
for ($i = 0; $i < (int) $warmUp; $i++) {
    bare_json_call(...$settings, parameters: Contender::PAY_URL);
}
$began = hrtime(true);
for ($i = 0; $i < (int) $calls; $i++) {
    bare_json_call(...$settings, parameters: Contender::PAY_URL);
}
$nanoseconds = hrtime(true) - $began;
echo json_encode(['calls' => (int) $calls, 'nanoseconds' => $nanoseconds]), "\n";
