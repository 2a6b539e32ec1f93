--TEST--
A name has an IPv4 and an IPv6 address: the call uses whichever answers, also when the other one refuses or says nothing
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
$silent = fault_server('--tls');
$queue = new FullQueue("[::1]:{$silent->port()}");
foreach (['both' => $both, 'IPv4 alone' => $four, 'IPv6 alone' => $six, 'IPv4, and IPv6 says nothing' => $silent] as $name => $server) {
    $options = $server->options(['base_uri' => "https://localhost:{$server->port()}", 'retries' => 0, 'timeout' => 20]);
    $client = new Client('key', $options);
    foreach (['POST', 'GET'] as $method) {
        $answer = $client->request($method, '/x');
        echo "{$name}: {$answer['method']} {$answer['target']}\n";
    }
    expect_nothing_sent(static fn () => (new Client('key', ['pinned_public_key' => 'sha256//LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='] + $options))->request('POST', '/x'));
}
echo "executed: {$four->executed()}, {$silent->executed()}, ", count($both->log(2)), ', ', count($six->log(2)), "\n";
foreach ([$both, $four, $six, $silent, $names] as $each) {
    $each->stop();
}
?>
--EXPECTF--
both: POST /x
both: GET /x
Aurpay\TransportException: POST /x failed: the public key of localhost:PORT is not the one in the option pinned_public_key; nothing was sent
IPv4 alone: POST /x
IPv4 alone: GET /x
Aurpay\TransportException: POST /x failed: the public key of localhost:PORT is not the one in the option pinned_public_key; nothing was sent
IPv6 alone: POST /x
IPv6 alone: GET /x
Aurpay\TransportException: POST /x failed: the public key of localhost:PORT is not the one in the option pinned_public_key; nothing was sent
IPv4, and IPv6 says nothing: POST /x
IPv4, and IPv6 says nothing: GET /x
Aurpay\TransportException: POST /x failed: the public key of localhost:PORT is not the one in the option pinned_public_key; nothing was sent
executed: 2, 2, 2, 2
