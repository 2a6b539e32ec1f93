<?php

/*
 * Under PHP: each method of each class, while each allocation of the core, of libcurl and of OpenSSL fails.
 *
 * usage: php -d extension=... run.php AT [--only METHOD]
 *
 * AT is a file for what is done at the moment: the method in the first line, the rest in the second. METHOD is the name
 * of a subject, or its part before a comma. scripts/oom/php.sh builds the extension that this needs.
 */

declare(strict_types=1);

namespace AurpayTest\Oom;

use AurpayTest\Faults\Clients;

require __DIR__ . '/../../faults/suite/load.php';
require __DIR__ . '/Subject.php';
require __DIR__ . '/Subjects.php';
require __DIR__ . '/Sweep.php';

$at = fopen($argv[1], 'w') ?: throw new \RuntimeException("cannot write to {$argv[1]}");
$libraries = ['core', 'libcurl', 'OpenSSL'];
foreach ($libraries as $library) {
    if (!\oom_begin($library, 0, false)) {
        echo "allocations of {$library} cannot fail here: its allocator could not be replaced\n0 passed, 1 failed\n";
        exit(1);
    }
    \oom_end();
}
$subjects = Subjects::all();
if (isset($argv[3])) {
    $isChosen = static fn (Subject $one): bool
        => $one->name === $argv[3] || str_starts_with($one->name, "{$argv[3]},");
    $subjects = array_filter($subjects, $isChosen);
}
if ($subjects === []) {
    echo "there is no method '{$argv[3]}'; choose from:\n";
    foreach (array_unique(array_column(Subjects::all(), 'name')) as $name) {
        echo '    ', escapeshellarg($name), "\n";
    }
    echo "0 passed, 1 failed\n";
    exit(1);
}
$server = \AurpayTest\fault_server('--tls');
printf("%-44s %-8s %7s %7s %7s %7s %7s\n", 'method', 'through', 'allocs', 'tried', 'success', 'failure', 'doubt');
$passed = $failed = 0;
foreach ($subjects as $subject) {
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
