--TEST--
After a certificate was refused, the CA file is read again, even if it looks unchanged: CAs that libcurl has loaded wrongly, as when memory is short, are not kept
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
$other = fault_server('--tls');
$file = dirname($server->caFile) . '/bundle.pem';
$size = max(filesize($server->caFile), filesize($other->caFile));

/** The file keeps its inode, its size and its time: it looks the same. */
function write(string $ca): void
{
    global $file, $size;
    file_put_contents($file, str_pad(file_get_contents($ca), $size, "\n"));
    touch($file, 1000000000);
    clearstatcache();
}

function call(string $method): void
{
    global $server, $file;
    try {
        $client = new Client('key', $server->options(['ca_file' => $file, 'retries' => 0]));
        echo $client->request($method, '/x')['method'], " answered\n";
    } catch (\Throwable $thrown) {
        echo "{$method} refused: ", fault_before_sending($thrown)->reason->value, "\n";
    }
}

write($other->caFile);
$before = stat($file);
call('POST');
write($server->caFile);
$after = stat($file);
foreach (['dev', 'ino', 'size', 'mtime'] as $name) {
    echo $name, $before[$name] === $after[$name] ? " is the same\n" : " is another\n";
}
call('POST');
call('GET');
echo 'executed: ', $server->executed(), "\n";
unlink($file);
$server->stop();
$other->stop();
?>
--EXPECT--
POST refused: certificate_authority
dev is the same
ino is the same
size is the same
mtime is the same
POST answered
GET answered
executed: 2
