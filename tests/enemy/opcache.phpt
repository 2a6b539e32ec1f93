--TEST--
With opcache, its whole optimizer and both kinds of JIT, every method called many times, and every operation on every object, do the same as without
--SKIPIF--
<?php

require __DIR__ . '/../engine/engine.inc';

if (!is_file(PHP_EXTENSION_DIR . '/opcache.' . PHP_SHLIB_SUFFIX) && !extension_loaded('Zend OPcache')) {
    die('skip needs opcache');
}
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../engine/engine.inc';

function output(string ...$settings): string
{
    $command = php_with();
    foreach ($settings as $setting) {
        array_push($command, '-d', $setting);
    }
    ob_start();
    run_command(...[...$command, __DIR__ . '/opcache.inc']);

    return (string) ob_get_clean();
}

$file = PHP_EXTENSION_DIR . '/opcache.' . PHP_SHLIB_SUFFIX;
$opcache = [...(is_file($file) ? ["zend_extension={$file}"] : []), 'opcache.enable_cli=1', 'opcache.optimization_level=0x7fffffff'];
$jit = [...$opcache, 'opcache.jit_buffer_size=64M', 'opcache.jit_hot_func=2', 'opcache.jit_hot_loop=2', 'opcache.jit_hot_return=1', 'opcache.jit_hot_side_exit=1'];
$plain = output('opcache.enable=0');
echo str_ends_with($plain, "end\n") && substr_count($plain, "\n") > 60 ? 'without opcache: done' : $plain, "\n";
foreach ([
    'opcache' => $opcache,
    'function JIT' => [...$jit, 'opcache.jit=function'],
    'tracing JIT' => [...$jit, 'opcache.jit=tracing'],
    'JIT of everything at load' => [...$jit, 'opcache.jit=1205'],
] as $name => $settings) {
    $is = output(...$settings);
    echo "{$name}: ", $is === $plain ? 'the same' : implode("\n", array_diff(explode("\n", $is), explode("\n", $plain))) . substr($is, -500), "\n";
}
?>
--EXPECT--
without opcache: done
opcache: the same
function JIT: the same
tracing JIT: the same
JIT of everything at load: the same
