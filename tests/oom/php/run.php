<?php

/*
 * Under PHP: each method of each class, while each allocation of the core, of libcurl and of OpenSSL fails.
 *
 * usage: php -d extension=... run.php AT
 *
 * AT is a file for what is done at the moment. scripts/oom/php.sh builds the extension that this needs.
 */

declare(strict_types=1);

namespace AurpayTest\Oom;

use AurpayTest\Faults\Clients;

require __DIR__ . '/../../faults/suite/load.php';
require __DIR__ . '/Subject.php';
require __DIR__ . '/Subjects.php';
require __DIR__ . '/Sweep.php';

$at = fopen($argv[1], 'w') ?: throw new \RuntimeException("cannot write to {$argv[1]}");
$libraries = ['core', 'libcurl'];
if (\oom_begin('OpenSSL', 0, false)) {
    $libraries[] = 'OpenSSL';
}
\oom_end();
$server = \AurpayTest\fault_server('--tls');
printf("%-44s %-8s %7s %7s %7s %7s %7s\n", 'method', 'through', 'allocs', 'tried', 'success', 'failure', 'doubt');
$passed = $failed = 0;
foreach (Subjects::all() as $subject) {
    $options = ['retries' => 1, 'timeout' => 20.0];
    $ways = ['alone' => [new Clients($options), null]];
    if ($subject->answer !== null) {
        $handler = static fn (): array => $subject->answer;
        $server->default(['do' => 'answer'] + $subject->answer);
        $ways = [
            'handler' => [new Clients($options + ['handler' => $handler]), null],
            'server' => [new Clients($server->options($options)), $server],
        ];
    }
    foreach ($ways as $way => [$clients, $peer]) {
        // Without the network, libcurl has nothing to do.
        $fit = $peer === null ? array_values(array_diff($libraries, ['libcurl'])) : $libraries;
        (new Sweep($subject, $clients, $peer, $way, $at))->run($fit) ? $passed++ : $failed++;
    }
}
$server->stop();
echo 'libraries whose allocations failed: ', implode(', ', $libraries), "\n";
echo "{$passed} passed, {$failed} failed\n";
exit($failed > 0 ? 1 : 0);
