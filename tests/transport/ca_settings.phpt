--TEST--
Without ca_file, the CAs come from openssl.cafile of php.ini, else from curl.cainfo; the message names the setting whose file is unusable
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/harness.php';

const CALL = <<<'PHP'
    [, $baseUri, $caFile] = $argv;
    $options = ['base_uri' => $baseUri, 'timeout' => 20, 'retries' => 0];
    try {
        (new Aurpay\Client('key', $caFile === '' ? $options : ['ca_file' => $caFile] + $options))->request('GET', '/x');
        echo "answered\n";
    } catch (Aurpay\TransportException $exception) {
        echo $exception->reason->value, ': ', str_replace('; nothing was sent', '', $exception->getMessage()), "\n";
    }
    PHP;

/** @param array<string, string> $settings of php.ini */
function call_with(string $name, array $settings, Server $server, string $caFile = ''): void
{
    $command = [PHP_BINARY, '-n', '-d', 'extension=' . ini_get('extension_dir') . '/aurpay.so'];
    foreach ($settings as $setting => $value) {
        array_push($command, '-d', "{$setting}={$value}");
    }
    $process = proc_open([...$command, '-r', CALL, $server->baseUri, $caFile], [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
    $output = stream_get_contents($pipes[1]) . stream_get_contents($pipes[2]);
    proc_close($process);
    $folder = dirname($server->caFile);
    echo "{$name}: ", str_replace([$folder, $server->caFile, ":{$server->port()}"], ['FOLDER', 'FILE', ':PORT'], $output);
}

$server = fault_server('--tls');
$stranger = fault_server('--tls');
$empty = dirname($server->caFile) . '/empty.pem';
touch($empty);
call_with('none', [], $server);
foreach (['openssl.cafile', 'curl.cainfo'] as $setting) {
    call_with($setting, [$setting => $server->caFile], $server);
    call_with("{$setting} of another CA", [$setting => $stranger->caFile], $server);
    call_with("{$setting} without a certificate", [$setting => $empty], $server);
    call_with("{$setting} that is gone", [$setting => dirname($empty) . '/gone.pem'], $server);
    call_with("{$setting} that is empty", [$setting => ''], $server);
    call_with("ca_file before {$setting}", [$setting => $stranger->caFile], $server, $server->caFile);
}
call_with('openssl.cafile before curl.cainfo', ['openssl.cafile' => $server->caFile, 'curl.cainfo' => $stranger->caFile], $server);
// When ext-curl is loaded, it turns the list into text.
call_with('curl.cainfo that is a list', extension_loaded('curl') ? [] : ['curl.cainfo[]' => $server->caFile], $server);
echo 'executed: ', $server->executed(), "\n";
unlink($empty);
$server->stop();
$stranger->stop();
?>
--EXPECTF--
none: certificate_authority: GET /x failed: the certificate of 127.0.0.1:PORT is not signed by a CA in /%s
openssl.cafile: answered
openssl.cafile of another CA: certificate_authority: GET /x failed: the certificate of 127.0.0.1:PORT is not signed by a CA in %s (%s); set openssl.cafile in php.ini to the file of its CA
openssl.cafile without a certificate: ca_file: GET /x failed: openssl.cafile in php.ini names FOLDER/empty.pem, which holds no certificate in PEM
openssl.cafile that is gone: ca_file: GET /x failed: openssl.cafile in php.ini names FOLDER/gone.pem, which cannot be read
openssl.cafile that is empty: certificate_authority: GET /x failed: the certificate of 127.0.0.1:PORT is not signed by a CA in /%s
ca_file before openssl.cafile: answered
curl.cainfo: answered
curl.cainfo of another CA: certificate_authority: GET /x failed: the certificate of 127.0.0.1:PORT is not signed by a CA in %s (%s); set curl.cainfo in php.ini to the file of its CA
curl.cainfo without a certificate: ca_file: GET /x failed: curl.cainfo in php.ini names FOLDER/empty.pem, which holds no certificate in PEM
curl.cainfo that is gone: ca_file: GET /x failed: curl.cainfo in php.ini names FOLDER/gone.pem, which cannot be read
curl.cainfo that is empty: certificate_authority: GET /x failed: the certificate of 127.0.0.1:PORT is not signed by a CA in /%s
ca_file before curl.cainfo: answered
openssl.cafile before curl.cainfo: answered
curl.cainfo that is a list: certificate_authority: GET /x failed: the certificate of 127.0.0.1:PORT is not signed by a CA in /%s
executed: 5
