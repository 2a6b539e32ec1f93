--TEST--
Trust follows the file: when ca_file is replaced, rewritten or removed, no earlier connection and no earlier TLS session is used; the counts of stats() go on
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$old = fault_server('--tls');
$new = fault_server('--tls');
$file = dirname($old->caFile) . '/bundle.pem';

function replace_with(string $ca, string $file): void
{
    copy($ca, "{$file}.new");
    rename("{$file}.new", $file);
}

function call(Server $server, string $file, string $method): void
{
    try {
        $client = new Client('key', $server->options(['ca_file' => $file, 'retries' => 0]));
        echo "{$client->request($method, '/x')['method']} answered\n";
    } catch (\Throwable $thrown) {
        $fault = fault_before_sending($thrown);
        echo "{$method} refused: {$fault->reason->value}\n";
    }
}

copy($old->caFile, $file);
call($old, $file, 'GET');
call($old, $file, 'POST');
echo "the file is replaced\n";
replace_with($new->caFile, $file);
call($old, $file, 'GET');
call($old, $file, 'POST');
call($new, $file, 'GET');
call($new, $file, 'POST');
echo "it is rewritten in place\n";
file_put_contents($file, file_get_contents($old->caFile));
call($new, $file, 'POST');
call($old, $file, 'POST');
echo "both are in it\n";
file_put_contents($file, file_get_contents($old->caFile) . file_get_contents($new->caFile));
call($new, $file, 'POST');
call($old, $file, 'POST');
echo 'executed: ', $old->executed(), ' and ', $new->executed(), ', requests: ', Client::stats()['requests'], "\n";
echo "a client that was made before\n";
$client = new Client('key', $old->options(['ca_file' => $file, 'retries' => 0]));
$client->request('GET', '/x');
unlink($file);
try {
    $client->request('GET', '/x');
} catch (\Throwable $thrown) {
    echo $thrown->reason->value, "\n";
}
copy($old->caFile, $file);
echo $client->request('GET', '/x')['target'], "\n";
unlink($file);
$old->stop();
$new->stop();
?>
--EXPECT--
GET answered
POST answered
the file is replaced
GET refused: certificate_authority
POST refused: certificate_authority
GET answered
POST answered
it is rewritten in place
POST refused: certificate_authority
POST answered
both are in it
POST answered
POST answered
executed: 4 and 3, requests: 7
a client that was made before
ca_file
/x
