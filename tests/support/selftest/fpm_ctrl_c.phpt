--TEST--
tests/support: Ctrl-C, which reaches a test and php-fpm's guard at once, leaves no processes and no folders; SIGKILL leaves no process
--SKIPIF--
<?php

require __DIR__ . '/../fpm.php';
AurpayTest\skip_unless_fpm(withExtension: false);
if (!is_executable('/usr/bin/setsid') || !is_executable('/usr/bin/setpriv')) {
    die('skip needs setsid and setpriv');
}
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../fpm.php';

$code = 'require $argv[1]; $fpm = AurpayTest\Fpm::start(withExtension: false); $fpm->write("pid.php", "<?php echo getmypid();"); '
    . 'echo implode(" ", [getmypid(), $fpm->get("pid.php")->body, $fpm->root]), "\n"; sleep(600);';
foreach (['INT', 'TERM', 'HUP', 'KILL'] as $signal) {
    // Its own process group, as a terminal gives to a command.
    $command = ['/usr/bin/setsid', PHP_BINARY, '-n', '-r', $code, '--', __DIR__ . '/../fpm.php'];
    $test = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes);
    [$group, $worker, $root] = explode(' ', trim(fgets($pipes[1])));
    exec("kill -{$signal} -{$group}");
    $isLeft = static fn (): bool => ($signal !== 'KILL' && is_dir(dirname($root))) || is_dir("/proc/{$worker}");
    for ($i = 0; $i < 12000 && $isLeft(); $i++) {
        usleep(5000);
        clearstatcache();
    }
    echo "{$signal}: ", $isLeft() ? 'something is left' : 'nothing is left', "\n";
    exec('rm -rf ' . escapeshellarg(dirname($root)));
    fclose($pipes[1]);
    proc_close($test);
}
?>
--EXPECT--
INT: nothing is left
TERM: nothing is left
HUP: nothing is left
KILL: nothing is left
