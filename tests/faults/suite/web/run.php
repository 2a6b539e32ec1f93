<?php

/*
 * Makes the same calls with each client from web requests of php-fpm, and compares them: ./dev faults --peers --php 8.5.
 *
 * usage: php -d extension=EXTENSION run.php CALLS SEED PACKAGES RESULT
 *
 *   PACKAGES  the autoload.php of Guzzle and Symfony HttpClient
 *   RESULT    the file for the results as JSON
 */

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

require __DIR__ . '/load.php';
require __DIR__ . '/Comparison.php';

/** @var array{string, string, string, string, string} $argv */
[, $calls, $seed, $packages, $result] = $argv;
require $packages;

const LANES = 40;

/** Makes the calls with a client, in several worker processes of the shop at once. */
function counts_of(Contender $contender, Arrival $arrival, int $calls, int $seed, string $packages): Counts
{
    [$processes, $outputs] = [[], []];
    for ($i = 0; $i < LANES; $i++) {
        $task = [
            'contender' => $contender->value,
            'name' => (string) $i,
            'calls' => intdiv($calls + $i, LANES),
            'seed' => crc32("{$seed} {$i}"),
            'arrival' => $arrival->value,
            'packages' => $packages,
        ];
        $command = [PHP_BINARY, __DIR__ . '/lane.php', json_encode($task, JSON_THROW_ON_ERROR)];
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR], $pipes);
        if ($process === false) {
            throw new \RuntimeException('cannot start a process');
        }
        [$processes[], $outputs[]] = [$process, $pipes[1]];
    }
    $counts = new Counts();
    foreach ($outputs as $i => $output) {
        $line = (string) stream_get_contents($output);
        $status = proc_close($processes[$i]);
        $share = json_decode($line, true);
        if ($status !== 0 || !is_array($share)) {
            throw new \RuntimeException("{$contender->value}: a process ended with status {$status}: {$line}");
        }
        /** @var array<string, int> $share */
        $counts->addArray($share);
    }

    return $counts;
}

/** @var array<string, string> $versions */
$versions = [
    'php' => PHP_VERSION,
    'libcurl' => curl_version()['version'] ?? '',
    'aurpay' => (string) phpversion('aurpay'),
];
foreach (['guzzlehttp/guzzle', 'symfony/http-client'] as $package) {
    $versions[$package] = ltrim((string) \Composer\InstalledVersions::getPrettyVersion($package), 'v');
}
foreach ($versions as $name => $version) {
    echo "{$name} {$version}\n";
}
$comparison = new Comparison();
foreach (Arrival::cases() as $arrival) {
    foreach (Contender::cases() as $contender) {
        fwrite(STDERR, "{$contender->value}, bytes {$arrival->value} the call\n");
        $comparison->add($contender, $arrival, counts_of($contender, $arrival, (int) $calls, (int) $seed, $packages));
    }
}
echo "\n", $comparison->table();
echo "\nUnrequested bytes arrive around the start of the next call:\n\n", $comparison->tableAround();
$results = [
    'command' => "./dev faults --peers --php 8.5 --calls {$calls} --seed {$seed}",
    'seed' => (int) $seed,
    'calls' => (int) $calls,
    'versions' => $versions,
    'contenders' => $comparison->toArray(),
];
$flags = JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES;
file_put_contents($result, json_encode($results, $flags) . "\n");
foreach ($comparison->problems() as $problem) {
    echo "{$problem}\n";
}
exit($comparison->problems() === [] ? 0 : 1);
