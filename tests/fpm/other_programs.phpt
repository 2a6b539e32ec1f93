--TEST--
Programs that a php-fpm worker starts (proc_open, exec, popen) inherit none of its connections
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/fpm.php';

$servers = [fault_server('--tls'), fault_server(), nginx()];
$fpm = Fpm::start(workers: 1);
// The call must leave its connection to the worker.
$method = libcurl_tells_of_sending() ? 'refund' : 'detail';
$fpm->write('page.php', '<?php $options = ' . var_export(array_map(static fn (Server $server): array => $server->options(), $servers), true) . ";\n\$method = '{$method}';\n" . <<<'PHP'
    foreach ($options as $one) {
        (new Aurpay\Client('key', $one))->orders()->{$method}('1');
    }
    // Counts a process's descriptors that lead to the servers: descriptors and the kernel's TCP table share the inode.
    function connections(string $descriptors): int
    {
        global $options;
        preg_match_all('~socket:\[(\d+)\]~', $descriptors, $sockets);
        $ports = array_map(static fn (array $one): int => parse_url($one['base_uri'], PHP_URL_PORT), $options);
        $count = 0;
        foreach (file('/proc/self/net/tcp') as $line) {
            $columns = preg_split('~\s+~', trim($line));
            $remote = hexdec(substr(strrchr($columns[2], ':'), 1));
            $count += in_array($remote, $ports, true) && in_array($columns[9] ?? '', $sockets[1], true);
        }

        return $count;
    }

    $own = implode("\n", array_map(static fn (string $entry): string => (string) @readlink("/proc/self/fd/{$entry}"), scandir('/proc/self/fd')));
    $process = proc_open(['ls', '-l', '/proc/self/fd'], [1 => ['pipe', 'w']], $pipes);
    $opened = stream_get_contents($pipes[1]);
    proc_close($process);
    exec('ls -l /proc/self/fd', $lines);
    $popen = stream_get_contents($pipe = popen('ls -l /proc/self/fd', 'r'));
    pclose($pipe);
    echo json_encode([
        'the worker' => connections($own), 'proc_open' => connections($opened), 'exec' => connections(implode("\n", $lines)),
        'popen' => connections($popen),
    ]);
    PHP);
foreach (range(1, 2) as $round) {
    echo $fpm->get('page.php')->body, "\n";
}
$fpm->stop();
array_map(static fn (Server $server) => $server->stop(), $servers);
?>
--EXPECT--
{"the worker":3,"proc_open":0,"exec":0,"popen":0}
{"the worker":3,"proc_open":0,"exec":0,"popen":0}
