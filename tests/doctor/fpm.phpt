--TEST--
aurpay-doctor asks a php-fpm pool: which extension it has, whether it differs from the command line's, and whether a worker reuses its connection; it leaves no page behind
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/fpm.php';
require __DIR__ . '/doctor.inc';

$folder = sys_get_temp_dir() . '/aurpay-probes-' . getmypid();
mkdir($folder);
chmod($folder, 0o755);
/** @param array<string, string> $variables */
function tell(string $case, string $folder, Fpm|string $pool, array $variables, string ...$more): void
{
    $address = is_string($pool) ? $pool : $pool->socket();
    $found = examine(['--json', '--fpm', $address, '--probe-folder', $folder, ...$more, 'web', 'reuse'], $variables);
    echo "{$case}: exit {$found->status}, {$found->summary()}; pages left: ", count(glob("{$folder}/*")), "\n";
}

$server = fault_server('--tls');
$server->default(['do' => 'answer', 'status' => 401, 'json' => ['code' => 401, 'result' => false, 'message' => 'refused']]);
$fpm = Fpm::start(workers: 2);
tell('a pool', $folder, $fpm, variables($server));
tell('with a proxy that has a password', $folder, $fpm, ['AURPAY_PROXY' => 'http://user:my-password@127.0.0.1:1'] + variables($server));
tell('the gateway is down', $folder, $fpm, ['AURPAY_BASE_URI' => 'https://127.0.0.1:1']);
$fpm->stop();
$server->default(['do' => 'answer', 'status' => 401, 'json' => ['code' => 401, 'result' => false, 'message' => 'refused'], 'close' => true]);
$fpm = Fpm::start(workers: 1);
tell('a gateway that closes', $folder, $fpm, variables($server));
$fpm->stop();
$fpm = Fpm::start(workers: 1, ini: ['aurpay.max_idle_connections' => 0]);
tell('a pool that is to keep none', $folder, $fpm, variables($server));
$fpm->stop();
$fpm = Fpm::start(workers: 1, ini: ['openssl.cafile' => $server->caFile]);
tell('other CAs', $folder, $fpm, ['AURPAY_BASE_URI' => 'https://127.0.0.1:1']);
$fpm->stop();
$fpm = Fpm::start(workers: 1, withExtension: false);
tell('without the extension', $folder, $fpm, variables($server));
$fpm->stop();
tell('nobody listens', $folder, '127.0.0.1:1', variables($server), '--timeout', '2');
$found = examine(['--json', '--fpm', '127.0.0.1:1', '--probe-folder', "{$folder}/none", 'web'], variables($server));
echo "no folder: exit {$found->status}, ", str_replace($folder, 'FOLDER', $found->errors);
rmdir($folder);
$server->stop();
?>
--EXPECT--
a pool: exit 0, web: ok, reuse: ok; pages left: 0
with a proxy that has a password: exit 0, web: ok, reuse: skipped; pages left: 0
the gateway is down: exit 0, web: ok, reuse: skipped; pages left: 0
a gateway that closes: exit 1, web: ok, reuse: web-not-reused; pages left: 0
a pool that is to keep none: exit 0, web: ok, reuse: skipped; pages left: 0
other CAs: exit 1, web: web-differs, reuse: skipped; pages left: 0
without the extension: exit 2, web: web-extension-missing, reuse: skipped; pages left: 0
nobody listens: exit 2, web: web-unreachable, reuse: skipped; pages left: 0
no folder: exit 3, aurpay-doctor: the page of the doctor cannot be written to FOLDER/none
