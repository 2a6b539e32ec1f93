--TEST--
aurpay-doctor names each fault of a gateway's TLS, with what to do about it
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

foreach (['expired', 'not-yet-valid', 'wrong-host', 'wrong-use', 'untrusted', 'self-signed'] as $fault) {
    $server = fault_server('--tls', '--cert', $fault);
    $found = examine(['--json', 'gateway'], variables($server));
    echo "{$fault}: exit {$found->status}, {$found->summary()}\n";
    $server->stop();
}
$server = fault_server('--tls');
$pinned = examine(['--json', '--pinned-public-key', 'sha256//' . base64_encode(str_repeat('x', 32)), 'gateway'], variables($server));
echo "another key: exit {$pinned->status}, {$pinned->summary()}\n";
$plain = sandbox();
$http = examine(['--json', 'gateway'], ['AURPAY_BASE_URI' => str_replace('http:', 'https:', $plain->baseUri)]);
echo "no TLS: exit {$http->status}, {$http->summary()}\n";
$empty = tempnam(sys_get_temp_dir(), 'aurpay');
$authority = examine(['--json', 'ca-file', 'gateway'], ['AURPAY_CA_FILE' => ''] + variables($server), ['-d', "openssl.cafile={$empty}"]);
echo "no CA: exit {$authority->status}, {$authority->summary()}\n";
unlink($empty);
$gone = examine(['--json', 'ca-file'], ['AURPAY_CA_FILE' => ''] + variables($server), ['-d', "openssl.cafile={$empty}"]);
echo "no CA file: exit {$gone->status}, {$gone->summary()}\n";
$old = $server->caFile . '.old';
copy($server->caFile, $old);
touch($old, time() - 3 * 365 * 86400);
$aged = examine(['--json', 'ca-file'], ['AURPAY_CA_FILE' => ''] + variables($server), ['-d', "openssl.cafile={$old}"]);
echo "an old CA file: exit {$aged->status}, {$aged->summary()}\n";
$server->stop();
$plain->stop();
?>
--EXPECT--
expired: exit 2, gateway: gateway-clock
not-yet-valid: exit 2, gateway: gateway-clock
wrong-host: exit 2, gateway: gateway-certificate-host
wrong-use: exit 2, gateway: gateway-certificate
untrusted: exit 2, gateway: gateway-certificate-authority
self-signed: exit 2, gateway: gateway-certificate-authority
another key: exit 2, gateway: gateway-public-key
no TLS: exit 2, gateway: gateway-tls
no CA: exit 2, ca-file: ca-file-empty, gateway: gateway-ca-file
no CA file: exit 2, ca-file: ca-file-unreadable
an old CA file: exit 1, ca-file: ca-file-old
