--TEST--
When a CA file is missing, empty or no PEM, the message names it with its option; without the option, it names the system's files
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/faults.inc';

$server = fault_server('--tls');
// The file is good when the client is made, and bad when the call needs it.
$changes = [
    'gone' => null,
    'empty' => '',
    'no PEM' => "rubbish\n",
    'no certificate' => "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
];
foreach (array_keys($changes) as $number => $label) {
    $file = dirname($server->caFile) . "/changed-{$number}.pem";
    copy($server->caFile, $file);
    $client = new Client('key', $server->options(['ca_file' => $file]));
    $changes[$label] === null ? unlink($file) : file_put_contents($file, $changes[$label]);
    tell($label, static fn () => $client->orders()->detail('1'));
    if ($changes[$label] !== null) {
        unlink($file);
    }
}

$exception = tell('the system does not know it', static fn () => (new Client('key', ['base_uri' => $server->baseUri]))->orders()->detail('1'));
var_dump(str_contains($exception->getMessage(), $server->caFile));
echo 'requests: ', $server->counts()['requests'], "\n";
$server->stop();
?>
--EXPECTF--
gone: ca_file
    GET /api/v2/order/detail/1 failed: the option ca_file names FOLDER/changed-0.pem, which cannot be read
empty: ca_file
    GET /api/v2/order/detail/1 failed: the option ca_file names FOLDER/changed-1.pem, which holds no certificate in PEM
no PEM: ca_file
    GET /api/v2/order/detail/1 failed: the option ca_file names FOLDER/changed-2.pem, which holds no certificate in PEM
no certificate: ca_file
    GET /api/v2/order/detail/1 failed: the option ca_file names FOLDER/changed-3.pem, which holds no certificate in PEM
the system does not know it: certificate_authority
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT is not signed by a CA in /%s (unable to get local issuer certificate); set the option ca_file to the file of its CA, or update the system's package ca-certificates
bool(false)
requests: 0
