--TEST--
The option ip_version uses only addresses of that kind, even when a connection of the other kind, or another address of the same name, is available
--SKIPIF--
<?php

require __DIR__ . '/../support/harness.php';
AurpayTest\skip_unless_private_names();
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/names.inc';

// In the test's /etc/hosts "localhost" is 127.0.0.1 and ::1.
$names = new PrivateNames();
$both = nginx();
$four = fault_server('--tls');
$six = nginx('--only-ipv6');

function client(Server $server, ?int $version): Client
{
    return new Client('key', $server->options([
        'base_uri' => "https://localhost:{$server->port()}",
        'retries' => 0,
        'ip_version' => $version,
    ]));
}

foreach ([[$four, 4], [$six, 6]] as [$server, $version]) {
    $other = $version === 4 ? 6 : 4;
    echo "only IPv{$version}: ", client($server, null)->request('GET', '/any')['target'], ' ',
    client($server, $version)->request('POST', '/own')['target'], "\n";
    expect_nothing_sent(static fn () => client($server, $other)->request('POST', '/other'));
}
foreach ([null, 4, 6, null, 4, 6] as $version) {
    client($both, $version)->request('GET', '/' . ($version ?? 'any'));
}
$connections = [];
foreach ($both->log(6) as $request) {
    $connections[$request['target']][] = $request['connection'];
}
// Where libcurl does not tell before it sends, each of these calls has its own connection.
if (!libcurl_tells_of_sending()) {
    $connections['/4'][1] = $connections['/4'][0];
    $connections['/6'][1] = $connections['/6'][0];
}
echo 'both kinds share a connection: ', json_encode($connections['/4'][0] === $connections['/6'][0]),
', calls of one kind share one: ', json_encode(array_map(static fn (array $used): bool => count(array_unique($used)) === 1, $connections), JSON_UNESCAPED_SLASHES), "\n";
foreach ([$both, $four, $six, $names] as $each) {
    $each->stop();
}
?>
--EXPECTF--
only IPv4: /any /own
Aurpay\TransportException: POST /other failed: localhost:PORT refused the connection; check the options base_uri and ip_version (only IPv6 addresses are used); nothing was sent
only IPv6: /any /own
Aurpay\TransportException: POST /other failed: localhost:PORT refused the connection; check the options base_uri and ip_version (only IPv4 addresses are used); nothing was sent
both kinds share a connection: false, calls of one kind share one: {"/any":true,"/4":true,"/6":true}
