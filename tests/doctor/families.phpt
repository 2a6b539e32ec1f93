--TEST--
aurpay-doctor tells a gateway whose IPv6 or IPv4 addresses do not answer, and names the option for it; with ip_version it tries that family alone
--SKIPIF--
<?php

require __DIR__ . '/../engine/engine.inc';
if (AurpayTest\php_with('sockets') === null) {
    die('skip needs ext/sockets: dns_get_record() does not read /etc/hosts');
}
AurpayTest\skip_unless_private_names();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

$sockets = is_file(PHP_EXTENSION_DIR . '/sockets.' . PHP_SHLIB_SUFFIX) ? ['-d', 'extension=sockets'] : [];
$names = new PrivateNames();
$four = fault_server();
$six = nginx('--only-ipv6');
foreach (['IPv4' => "http://localhost:{$four->port()}", 'IPv6' => "https://localhost:{$six->port()}"] as $family => $uri) {
    $found = examine(['--json', 'dns', 'tcp'], ['AURPAY_BASE_URI' => $uri], $sockets);
    echo "only {$family}: exit {$found->status}, {$found->summary()}, {$found->checks()[1]['commands'][0]}\n";
}
foreach (['4' => 0, '6' => 2] as $version => $status) {
    $found = examine(['--json', '--ip-version', (string) $version, 'tcp'], ['AURPAY_BASE_URI' => "http://localhost:{$four->port()}"], $sockets);
    echo "ip_version {$version}: exit {$found->status}, {$found->summary()}\n";
}
$four->stop();
$six->stop();
$names->stop();
?>
--EXPECT--
only IPv4: exit 1, dns: ok, tcp: ipv6-broken, 'ip_version' => 4    // in the options of Aurpay\Client
only IPv6: exit 1, dns: ok, tcp: ipv4-broken, 'ip_version' => 6    // in the options of Aurpay\Client
ip_version 4: exit 0, tcp: ok
ip_version 6: exit 2, tcp: port-unreachable
