--TEST--
A pool setting that is no number or is out of range gives a warning, and the default stays
--FILE--
<?php

$names = ['aurpay.max_idle_connections', 'aurpay.max_idle_seconds', 'aurpay.max_connection_seconds'];
foreach (['0', '-1', '65', '3601', '86401', 'many', '', '2.5', '64'] as $value) {
    $command = [PHP_BINARY, '-n', '-d', 'display_startup_errors=1', '-d', 'html_errors=0'];
    foreach ($names as $name) {
        array_push($command, '-d', "{$name}={$value}");
    }
    $extension = ini_get('extension_dir') . '/aurpay.so';
    array_push($command, '-d', "extension={$extension}", '-r', 'echo implode(" ", array_map(ini_get(...), array_slice($argv, 1))), "\n";', ...$names);
    $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
    $output = stream_get_contents($pipes[1]);
    proc_close($process);
    preg_match_all('~Warning: (.*) in ~', $output, $warnings);
    echo "\"{$value}\": ", implode('; ', $warnings[1]), ' -> ', substr(strrchr("\n" . trim($output), "\n"), 1), "\n";
}
?>
--EXPECT--
"0": aurpay.max_idle_seconds must be a number between 1 and 3600; aurpay.max_connection_seconds must be a number between 1 and 86400 -> 0 60 600
"-1": aurpay.max_idle_connections must be a number between 0 and 64; aurpay.max_idle_seconds must be a number between 1 and 3600; aurpay.max_connection_seconds must be a number between 1 and 86400 -> 8 60 600
"65": aurpay.max_idle_connections must be a number between 0 and 64 -> 8 65 65
"3601": aurpay.max_idle_connections must be a number between 0 and 64; aurpay.max_idle_seconds must be a number between 1 and 3600 -> 8 60 3601
"86401": aurpay.max_idle_connections must be a number between 0 and 64; aurpay.max_idle_seconds must be a number between 1 and 3600; aurpay.max_connection_seconds must be a number between 1 and 86400 -> 8 60 600
"many": aurpay.max_idle_connections must be a number between 0 and 64; aurpay.max_idle_seconds must be a number between 1 and 3600; aurpay.max_connection_seconds must be a number between 1 and 86400 -> 8 60 600
"": aurpay.max_idle_connections must be a number between 0 and 64; aurpay.max_idle_seconds must be a number between 1 and 3600; aurpay.max_connection_seconds must be a number between 1 and 86400 -> 8 60 600
"2.5": aurpay.max_idle_connections must be a number between 0 and 64; aurpay.max_idle_seconds must be a number between 1 and 3600; aurpay.max_connection_seconds must be a number between 1 and 86400 -> 8 60 600
"64":  -> 64 64 64
