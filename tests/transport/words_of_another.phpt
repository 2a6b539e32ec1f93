--TEST--
When libcurl closes an idle connection that was reset, its error text about that connection does not appear in the next call's failure
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/faults.inc';

/** Leaves a connection in the pool that its server has reset, long enough ago that libcurl checks it. */
function leave_a_dead_connection(): void
{
    $server = fault_server('--tls');
    $server->script(['do' => 'answer', 'close_after' => 0, 'reset' => true]);
    (new Client('key', $server->options()))->orders()->list();
    usleep(1_200_000);
    $server->stop();
}

foreach (['expired', 'wrong-host', 'wrong-use', 'untrusted'] as $fault) {
    leave_a_dead_connection();
    $server = fault_server('--tls', '--cert', $fault);
    tell($fault, static fn () => (new Client('key', $server->options()))->orders()->detail('1'));
    $server->stop();
}
leave_a_dead_connection();
$garbage = new BytesServer('answer', "no TLS at all\n");
$fault = fault_of(static fn () => (new Client('key', ['base_uri' => "https://127.0.0.1:{$garbage->port}", 'retries' => 0]))->orders()->detail('1'));
echo "no TLS: {$fault->reason->value}", str_contains($fault->getMessage(), 'Send failure') ? ", with another's words" : '', "\n";
?>
--EXPECTF--
expired: certificate_expired
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT, or of one of its issuers, has expired, unless this machine's clock (NOW) is wrong
wrong-host: certificate_host
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT is not valid for the name 127.0.0.1; check the option base_uri
wrong-use: certificate
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT was refused (%s purpose)
untrusted: certificate_authority
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT is not signed by a CA in FOLDER/trusted.pem (unable to get local issuer certificate); set the option ca_file to the file of its CA
no TLS: tls
