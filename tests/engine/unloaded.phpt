--TEST--
When the extension is unloaded after a call, libcurl stays: a thread of its own may still look a name up
--SKIPIF--
<?php
if (!preg_match('~/ld-(linux|2)~', (string) @file_get_contents('/proc/self/maps'))) {
    echo 'skip only glibc unloads, and tells of it';
}
ob_start();
phpinfo(INFO_GENERAL);
if (str_contains(ob_get_clean(), '--enable-address-sanitizer')) {
    echo 'skip with ASan, PHP unloads nothing';
}
?>
--FILE--
<?php

$command = [PHP_BINARY, '-n', '-d', 'extension_dir=' . ini_get('extension_dir')];
$code = <<<'PHP'
    var_dump(dl('aurpay.so'));
    try {
        (new Aurpay\Client('key', ['base_uri' => 'http://127.0.0.1:1', 'retries' => 0]))->request('GET', '/x');
    } catch (Aurpay\TransportException $exception) {
        echo $exception->reason->value, "\n";
    }
    PHP;
$log = tmpfile();
// run-tests.php lets extensions stay loaded, for the reports of ASan and valgrind.
$environment = ['LD_DEBUG' => 'files'] + array_diff_key(getenv(), ['ZEND_DONT_UNLOAD_MODULES' => '']);
$process = proc_open([...$command, '-r', $code], [1 => ['pipe', 'w'], 2 => $log], $pipes, null, $environment);
echo stream_get_contents($pipes[1]);
proc_close($process);
rewind($log);
preg_match_all('~file=(\S+) .*destroying link map~', stream_get_contents($log), $unloaded);
rewind($log);
preg_match_all('~calling init: (\S+)~', stream_get_contents($log), $loaded);
foreach (['aurpay.so' => '~/aurpay\.so$~', 'libcurl' => '~/libcurl[-\w]*\.so~'] as $name => $pattern) {
    echo $name, preg_grep($pattern, $loaded[1]) ? ' is loaded and' : '', preg_grep($pattern, $unloaded[1]) ? " unloaded\n" : " stays\n";
}
?>
--EXPECT--
bool(true)
connection
aurpay.so is loaded and unloaded
libcurl is loaded and stays
