--TEST--
memory_limit ends a web request at every step of a call of every kind: the same php-fpm worker serves the next request, with the same results, and leaks no descriptor
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--ENV--
USE_ZEND_ALLOC=0
USE_TRACKED_ALLOC=1
--FILE--
<?php

// php-fpm inherits the allocator that knows its limit to the byte.

namespace AurpayTest\Enemy;

use AurpayTest\Child;
use AurpayTest\Fpm;

require __DIR__ . '/../support/fpm.php';

$server = Child::python('../enemy/signalling_server.py');
$fpm = Fpm::start(workers: 1, ini: ['display_errors' => 0, 'error_log' => '/dev/null']);
$folder = var_export(__DIR__ . '/suite', true);
$uri = $server->info['base_uri'];
$fpm->write('kinds.php', <<<PHP
    <?php
    foreach (['Wire', 'Logger', 'Kinds'] as \$file) {
        require {$folder} . "/{\$file}.php";
    }
    \$kinds = AurpayTest\Enemy\Kinds::withHandler()
        + AurpayTest\Enemy\Kinds::onWire(['base_uri' => '{$uri}/aurpay'], ['base_uri' => '{$uri}/azpays']);
    PHP);
$fpm->write('names.php', '<?php require "kinds.php"; echo json_encode(array_keys($kinds));');
$fpm->write('limit.php', <<<'PHP'
    <?php
    require 'kinds.php';
    $call = $kinds[$_GET['kind']];
    // The limit may not be smaller than two megabytes.
    $filler = str_repeat('x', 4 << 20);
    // A ZTS build of PHP dies itself if there is no memory left when the script ends: it changes the folder then. After
    // a shutdown function it does not.
    register_shutdown_function(static function () use ($call): void {
        ini_set('memory_limit', (string) (memory_get_usage() + 600 + $_GET['bytes']));
        $call();
        ini_set('memory_limit', '-1');
        echo 'complete';
    });
    PHP);
$fpm->write('next.php', <<<'PHP'
    <?php
    require 'kinds.php';
    $result = $kinds[$_GET['kind']]();
    echo json_encode([getmypid(), get_debug_type($result), is_array($result) ? count($result) : 0, count(scandir('/proc/self/fd'))]);
    PHP);
$limits = $most = 0;
$process = null;
foreach ($fpm->get('names.php')->json() as $kind) {
    [$first, , , $descriptors] = $before = $fpm->get('next.php', ['kind' => $kind])->json();
    $process ??= $first;
    for ($bytes = 300, $body = ''; $body !== 'complete' && $bytes < 10 << 20; $bytes += getenv('AURPAY_ENEMY_FULL') ? 64 : 1024) {
        $response = $fpm->get('limit.php', ['kind' => $kind, 'bytes' => $bytes]);
        $body = trim($response->body);
        $limits += $response->status === 500 ? 1 : 0;
        if (!in_array([$response->status, $body], [[500, ''], [200, 'complete']], true)) {
            echo "{$kind} with {$bytes} bytes: {$response->status} {$body}\n";
        }
        $after = $fpm->get('next.php', ['kind' => $kind])->json();
        $most = max($most, $after[3] - $descriptors);
        if ([$process, ...array_slice($after, 1, 2)] !== array_slice($before, 0, 3)) {
            echo "{$kind} after a limit of {$bytes} bytes: ", json_encode($after), ', before: ', json_encode($before), "\n";
            $process = $after[0];
        }
    }
}
$fpm->stop();
$server->stop();
// Eight idle connections are kept. A leak would grow with each of the limits, which are hundreds.
echo $most <= 8 ? 'no descriptor leaked' : "{$most} more descriptors", "\n", $limits > 200 ? "the limit was reached in all of them\n" : "{$limits} limits\n";
?>
--EXPECT--
no descriptor leaked
the limit was reached in all of them
