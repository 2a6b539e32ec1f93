--TEST--
When the extension is unloaded after a call, libcurl stays: a thread of its own may still look a name up
--SKIPIF--
<?php
if (!preg_match('~/ld-(linux|2)~', (string) @file_get_contents('/proc/self/maps'))) {
    echo 'skip only glibc unloads, and tells of it';
}
if (PHP_ZTS) {
    echo 'skip dl() is for builds without threads';
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
$process = proc_open([...$command, '-r', $code], [1 => ['pipe', 'w'], 2 => $log], $pipes, null, ['LD_DEBUG' => 'files'] + getenv());
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
