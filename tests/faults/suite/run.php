<?php

/*
 * Makes random calls through random faults in several processes and prints the results: ./dev faults.
 *
 * usage: php -d extension=EXTENSION run.php EXTENSION CALLS SEED [GUZZLE]
 */

declare(strict_types=1);

namespace AurpayTest\Faults;

require __DIR__ . '/load.php';
require __DIR__ . '/Workers.php';

/** @var array{string, string, string, string, 4?: string} $argv */
[, $extension, $calls, $seed] = $argv;
$guzzle = $argv[4] ?? null;
$tallies = [];
$problems = 0;
foreach ($guzzle === null ? ['aurpay'] : ['aurpay', 'ext-curl', 'guzzle'] as $client) {
    $workers = new Workers($extension, $guzzle);
    $done = 0;
    $progress = static function (int $more) use (&$done, $calls, $client): void {
        $tenths = intdiv(10 * $done, (int) $calls);
        $done += $more;
        if (intdiv(10 * $done, (int) $calls) > $tenths) {
            fwrite(STDERR, "{$client}: {$done} of {$calls} calls\n");
        }
    };
    $workers->run($client, Transport::cases(), (int) $calls, (int) $seed, $progress);
    $tallies[$client] = $workers->tally;
    $problems += count($workers->problems);
    foreach (array_slice($workers->problems, 0, 20) as $problem) {
        echo "{$problem}\n";
    }
}
if ($problems > 0) {
    echo "{$problems} problems; the same calls again: ./dev faults --calls {$calls} --seed {$seed}",
    $guzzle === null ? '' : ' --peers', "\n";
}
if ($guzzle === null) {
    $isGood = Summary::table($tallies['aurpay'], (int) $calls);
} else {
    Summary::comparison($tallies);
    $isGood = true;
}
exit($isGood && $problems === 0 ? 0 : 1);
