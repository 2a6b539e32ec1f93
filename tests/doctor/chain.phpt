--TEST--
aurpay-doctor shows the TLS version and the names and dates of a gateway's certificates, and tells a certificate that is not of today and a port that does not speak TLS
--SKIPIF--
<?php

require __DIR__ . '/../engine/engine.inc';
if (AurpayTest\php_with('openssl') === null) {
    die('skip needs openssl');
}
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

$server = fault_server('--tls');
$plain = sandbox();
$found = examine(['--json', 'tls'], variables($server));
echo "exit {$found->status}, ", preg_replace(['~\d{4}-\d\d-\d\d~', '~TLSv[\d.]+~'], ['DATE', 'TLS'], $found->checks()[0]['message']), "\n";
$found = examine(['--json', 'tls'], ['AURPAY_BASE_URI' => str_replace('http:', 'https:', $plain->baseUri)]);
echo "no TLS: exit {$found->status}, {$found->summary()}\n";
$server->stop();
$plain->stop();
foreach (['expired', 'not-yet-valid'] as $fault) {
    $server = fault_server('--tls', '--cert', $fault);
    $found = examine(['--json', 'tls'], variables($server));
    echo "{$fault}: exit {$found->status}, {$found->summary()}\n";
    $server->stop();
}
?>
--EXPECTF--
exit 0, TLS; %s127.0.0.1%s, valid from DATE to DATE%s
no TLS: exit 2, tls: gateway-tls
expired: exit 2, tls: gateway-clock
not-yet-valid: exit 2, tls: gateway-clock
