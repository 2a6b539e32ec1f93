--TEST--
opcache.preload: preloaded classes use the extension's, a call while preloading works, and a php-fpm worker makes its own connections after it
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';

if (!is_file(PHP_EXTENSION_DIR . '/opcache.' . PHP_SHLIB_SUFFIX) && !extension_loaded('Zend OPcache')) {
    die('skip needs opcache');
}
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/fpm.php';

$server = fault_server();
putenv("AURPAY_PRELOAD_URI={$server->baseUri}");
$file = PHP_EXTENSION_DIR . '/opcache.' . PHP_SHLIB_SUFFIX;
$ini = [
    ...(is_file($file) ? ['zend_extension' => $file] : []), 'opcache.preload' => __DIR__ . '/preloaded.inc', 'opcache.preload_user' => get_current_user(),
    'opcache.jit' => 'tracing', 'opcache.jit_buffer_size' => '16M',
];
$fpm = Fpm::start(workers: 2, ini: $ini);
$fpm->write('call.php', '<?php $options = ' . var_export($server->options(), true) . ";\n" . <<<'PHP'
    $shop = new AurpayTest\Enemy\Preloaded(new Aurpay\Client('key', $options));
    echo json_encode([
        basename($shop->refund('worker')['target']), Aurpay\Client::stats()['requests'], $shop->status->name,
        (new AurpayTest\Enemy\PreloadedException('x'))->status->name, get_debug_type($shop->each()),
    ]);
    PHP);
// The first request of a worker may go to either of them.
$answers = [];
for ($i = 0; $i < 20; $i++) {
    $answers[] = trim($fpm->get('call.php')->body);
}
foreach ($server->log() as $entry) {
    $connections[basename($entry['target'])][$entry['connection']] = true;
}
$fpm->stop();
echo $answers[0], "\n";
echo count($connections['preload']), " connection of the process that preloads\n";
echo count($connections['worker']) <= 2 + connections_of_their_own(20) ? 'at most one connection of each worker' : count($connections['worker']), "\n";
echo array_intersect_key($connections['preload'], $connections['worker']) ? 'SHARED' : 'none is shared', "\n";
$server->stop();
?>
--EXPECT--
["worker",1,"Success","Success","Aurpay\\Pages"]
1 connection of the process that preloads
at most one connection of each worker
none is shared
