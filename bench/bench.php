<?php

/*
 * scripts/bench.sh runs this, after it has built and fetched what is needed.
 *
 * usage: bench.php --list | --check | --update-baseline | [--quick] [MEASURE...]
 */

declare(strict_types=1);

use AurpayBench\Bench;

require __DIR__ . '/autoload.php';

try {
    exit((new Bench())->run(array_slice($argv, 1)) ? 0 : 1);
} catch (RuntimeException $failure) {
    fwrite(STDERR, "bench: {$failure->getMessage()}\n");
    exit(1);
}
