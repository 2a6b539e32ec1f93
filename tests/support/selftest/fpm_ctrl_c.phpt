--TEST--
tests/support: Ctrl-C, which reaches a test, php-fpm and its guard at once, leaves neither processes nor folders
--SKIPIF--
<?php

require __DIR__ . '/../fpm.php';
AurpayTest\skip_unless_fpm(withExtension: false);
if (!is_executable('/usr/bin/setsid')) {
    die('skip needs setsid');
}
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../fpm.php';

$code = 'require $argv[1]; $fpm = AurpayTest\Fpm::start(withExtension: false); $fpm->write("pid.php", "<?php echo getmypid();"); '
    . 'echo implode(" ", [getmypid(), $fpm->get("pid.php")->body, $fpm->root]), "\n"; sleep(600);';
foreach (['INT', 'TERM', 'HUP'] as $signal) {
    // A group of its own, as a terminal gives to a command.
    $command = ['/usr/bin/setsid', PHP_BINARY, '-n', '-r', $code, '--', __DIR__ . '/../fpm.php'];
    $test = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes);
    [$group, $worker, $root] = explode(' ', trim(fgets($pipes[1])));
    exec("kill -{$signal} -{$group}");
    $isLeft = static fn (): bool => is_dir(dirname($root)) || is_dir("/proc/{$worker}");
    for ($i = 0; $i < 12000 && $isLeft(); $i++) {
        usleep(5000);
        clearstatcache();
    }
    echo "{$signal}: ", $isLeft() ? 'something is left' : 'nothing is left', "\n";
    fclose($pipes[1]);
    proc_close($test);
}
?>
--EXPECT--
INT: nothing is left
TERM: nothing is left
HUP: nothing is left
