--TEST--
Whatever a server does to the calls of a php-fpm worker, the worker's next web request works, and the worker leaks no descriptor and no connection
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/fpm.php';

$server = fault_server('--tls');
$untrusted = fault_server('--tls', '--cert', 'untrusted');
$mute = stream_socket_server('tcp://127.0.0.1:0');
$fpm = Fpm::start(workers: 1);
$client = static fn (array $options): string => '<?php $client = new Aurpay\Client(\'key\', $_GET + ' . var_export($server->options($options), true) . ");\n";
$fpm->write('act.php', $client(['timeout' => 0.3, 'retries' => 1]) . <<<'PHP'
    foreach (['GET', 'POST', 'GET'] as $method) {
        try {
            $client->request($method, '/x');
        } catch (Aurpay\AurpayException) {
        }
    }
    PHP);
$fpm->write('next.php', $client([]) . <<<'PHP'
    echo json_encode([getmypid(), $client->request('GET', '/x')['method'], $client->request('POST', '/x')['method'], count(scandir('/proc/self/fd'))]);
    PHP);
$faults = [
    'close', 'reset', 'close_before', 'half_header', 'half_body', 'half_chunked', 'silent', 'endless', 'garble',
    ['do' => 'gzip_bomb', 'megabytes' => 64], 'redirect', 'broken_json', ['do' => 'answer', 'status' => 503, 'body' => ''],
];
$elsewhere = [
    'an untrusted certificate' => ['base_uri' => $untrusted->baseUri],
    'a handshake that nobody answers' => ['base_uri' => 'https://' . stream_socket_get_name($mute, false)],
    'nobody there' => ['base_uri' => 'https://127.0.0.1:1'],
    'no such name' => ['base_uri' => 'https://name.invalid'],
    'no such proxy' => ['proxy' => 'http://127.0.0.1:1'],
];
// libcurl 8.17 keeps one descriptor after it has looked up its first name.
$fpm->get('act.php', $elsewhere['no such name']);
[$worker, , , $descriptors] = $fpm->get('next.php')->json();
$next = static function (string $name) use ($fpm, $worker, $descriptors): void {
    // A thread may still be looking up a name that nobody waits for.
    for ($i = 0; $i < 1000; $i++) {
        [$process, $read, $write, $open] = $fpm->get('next.php')->json();
        if ($open <= $descriptors) {
            break;
        }
        usleep(10000);
    }
    echo "{$name}: ", $process === $worker ? 'the same worker' : 'another worker', ", {$read}, {$write}, ", max(0, $open - $descriptors), " leaked descriptors\n";
};
foreach ($faults as $fault) {
    foreach (range(1, 3) as $round) {
        $server->script(...array_fill(0, 5, $fault));
        $fpm->get('act.php');
        $server->script();
    }
    $next(is_array($fault) ? $fault['do'] : $fault);
}
foreach ($elsewhere as $name => $options) {
    foreach (range(1, 3) as $round) {
        $fpm->get('act.php', $options);
    }
    $next($name);
}
$fpm->stop();
$server->stop();
$untrusted->stop();
?>
--EXPECT--
close: the same worker, GET, POST, 0 leaked descriptors
reset: the same worker, GET, POST, 0 leaked descriptors
close_before: the same worker, GET, POST, 0 leaked descriptors
half_header: the same worker, GET, POST, 0 leaked descriptors
half_body: the same worker, GET, POST, 0 leaked descriptors
half_chunked: the same worker, GET, POST, 0 leaked descriptors
silent: the same worker, GET, POST, 0 leaked descriptors
endless: the same worker, GET, POST, 0 leaked descriptors
garble: the same worker, GET, POST, 0 leaked descriptors
gzip_bomb: the same worker, GET, POST, 0 leaked descriptors
redirect: the same worker, GET, POST, 0 leaked descriptors
broken_json: the same worker, GET, POST, 0 leaked descriptors
answer: the same worker, GET, POST, 0 leaked descriptors
an untrusted certificate: the same worker, GET, POST, 0 leaked descriptors
a handshake that nobody answers: the same worker, GET, POST, 0 leaked descriptors
nobody there: the same worker, GET, POST, 0 leaked descriptors
no such name: the same worker, GET, POST, 0 leaked descriptors
no such proxy: the same worker, GET, POST, 0 leaked descriptors
