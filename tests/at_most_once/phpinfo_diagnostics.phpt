--TEST--
phpinfo() has a table Diagnostics: the limits of the loaded libcurl, the file of CAs and who set it, and a proxy variable that is ignored, without its value
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/harness.php';

/**
 * @param array<string, string> $environment
 * @return array<string, string>
 */
function rows(array $environment, string ...$php): array
{
    $command = [PHP_BINARY, '-n', '-d', 'extension=' . ini_get('extension_dir') . '/aurpay.so', ...array_values($php), '--ri', 'aurpay'];
    $process = proc_open($command, [1 => ['pipe', 'w']], $pipes, null, $environment + getenv());
    $text = (string) stream_get_contents($pipes[1]);
    proc_close($process);
    preg_match_all('/^(.+?) => (.*)$/m', $text, $matches);
    echo str_contains($text, 'my-password') ? "a password is shown\n" : '';

    return array_combine($matches[1], $matches[2]);
}

$file = tempnam(sys_get_temp_dir(), 'aurpay');
touch($file, 1700000000);
$rows = rows([], '-d', "openssl.cafile={$file}");
echo $rows['CAs are set by'], ', ', $rows['CA file'] === $file ? 'FILE' : $rows['CA file'], ', ', $rows['CA file last changed'], "\n";
unlink($file);
$rows = rows([], '-d', "curl.cainfo={$file}");
echo $rows['CAs are set by'], ', readable: ', $rows['CA file can be read'], ', changed: ', $rows['CA file last changed'], "\n";
echo rows([])['CAs are set by'], "\n";
foreach (['https_proxy' => 'https_proxy', 'ALL_PROXY' => 'ALL_PROXY', 'http_proxy' => 'none'] as $name => $expected) {
    echo rows([$name => 'http://user:my-password@proxy.example'])['Proxy variable that is ignored'] === $expected ? '' : "{$name} is not seen rightly\n";
}
// From the versions alone: curl's issues 11101 and 15100, CURLOPT_QUICK_EXIT of 7.87.
$running = $rows['libcurl'];
$expected = [
    'Keeps handles from call to call' => version_compare($running, '7.84.0', '<') || version_compare($running, '8.0.1', '>'),
    'timeout ends a name lookup' => version_compare($running, '7.87.0', '>='),
    'connect_timeout ends a name lookup' => version_compare($running, '8.8.0', '<') || version_compare($running, '8.11.0', '>='),
    'Looks into TLS before it reuses a connection' => str_contains($rows['TLS library of libcurl'], explode(' ', $rows['OpenSSL'])[1]),
];
foreach ($expected as $row => $isSo) {
    echo $rows[$row] === ($isSo ? 'yes' : 'no') ? '' : "{$row} => {$rows[$row]}\n";
}
?>
--EXPECT--
openssl.cafile in php.ini, FILE, 2023-11-14T22:13:20Z
curl.cainfo in php.ini, readable: no, changed: unknown
libcurl's default
