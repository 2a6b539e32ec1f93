--TEST--
Pins that differ only in the case of their letters are different pins: the wrong one gets no connection of the right one
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

$server = fault_server('--tls');
[$lower, $upper] = [implode('', range('a', 'z')), implode('', range('A', 'Z'))];
$digest = substr($server->pin(), strlen('sha256//'));
$swapped = 'sha256//' . strtr($digest, $lower . $upper, $upper . $lower);
foreach (['cold', 'warm'] as $name) {
    $client = new Client('key', $server->options(['pinned_public_key' => $swapped, 'retries' => 0]));
    echo "{$name}: ";
    expect_nothing_sent(static fn () => $client->request('POST', '/x'));
    (new Client('key', $server->options(['pinned_public_key' => $server->pin()])))->request('GET', '/right');
}
echo $server->counts()['requests'], " requests\n";
$server->stop();
?>
--EXPECTF--
cold: Aurpay\TransportException: POST /x failed: the public key of 127.0.0.1:PORT is not the one in the option pinned_public_key; nothing was sent
warm: Aurpay\TransportException: POST /x failed: the public key of 127.0.0.1:PORT is not the one in the option pinned_public_key; nothing was sent
2 requests
