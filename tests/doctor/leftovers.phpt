--TEST--
The page that aurpay-doctor runs in a pool is removed when the doctor is ended by a signal; it can be read by others whatever the umask is
--SKIPIF--
<?php

if (!function_exists('pcntl_async_signals')) {
    die('skip needs ext/pcntl');
}
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

$folder = sys_get_temp_dir() . '/aurpay-left-' . getmypid();
mkdir($folder);
umask(0o077);
$listener = stream_socket_server("unix://{$folder}/socket");
foreach ([15, 2, 1] as $signal) {
    $process = proc_open([PHP_BINARY, '-n', DOCTOR, '--fpm', "{$folder}/socket", '--probe-folder', $folder, '--timeout', '60', 'web'], [1 => ['file', '/dev/null', 'w'], 2 => ['pipe', 'w']], $pipes);
    // It has connected once it has written its page: it waits for an answer.
    $pool = stream_socket_accept($listener, 60);
    fread($pool, 8);
    foreach (glob("{$folder}/*.php") as $page) {
        printf("%o, ", fileperms($page) & 0o777);
    }
    proc_terminate($process, $signal);
    echo stream_get_contents($pipes[2]), count(glob("{$folder}/*.php")), " pages left\n";
    proc_close($process);
    fclose($pool);
    array_map(unlink(...), glob("{$folder}/*.php"));
}
unlink("{$folder}/socket");
rmdir($folder);
?>
--EXPECT--
644, 0 pages left
644, 0 pages left
644, 0 pages left
