--TEST--
A certificate that is expired, not valid yet, for another host or from an unknown authority is refused before anything is sent, each with its own message
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/faults.inc';

foreach (['expired', 'not-yet-valid', 'wrong-host', 'wrong-use', 'untrusted', 'self-signed'] as $fault) {
    $server = fault_server('--tls', '--cert', $fault);
    $client = new Client('key', $server->options(['retries' => 2]));
    tell($fault, static fn () => $client->orders()->detail('1'));
    $retries = $client->lastResponse()['retries'];
    echo '    a refund: ', fault_of(static fn () => $client->orders()->refund('1'))->reason->value, "\n";
    echo '    requests: ', $server->counts()['requests'], ", retries: {$retries}\n";
    $server->stop();
}
?>
--EXPECTF--
expired: certificate_expired
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT, or of one of its issuers, has expired, unless this machine's clock (NOW) is wrong
    a refund: certificate_expired
    requests: 0, retries: 0
not-yet-valid: certificate_not_yet_valid
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT, or of one of its issuers, is not yet valid, unless this machine's clock (NOW) is wrong
    a refund: certificate_not_yet_valid
    requests: 0, retries: 0
wrong-host: certificate_host
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT is not valid for the name 127.0.0.1; check the option base_uri
    a refund: certificate_host
    requests: 0, retries: 0
wrong-use: certificate
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT was refused (%s purpose)
    a refund: certificate
    requests: 0, retries: 0
untrusted: certificate_authority
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT is not signed by a CA in FOLDER/trusted.pem (unable to get local issuer certificate); set the option ca_file to the file of its CA
    a refund: certificate_authority
    requests: 0, retries: 0
self-signed: certificate_authority
    GET /api/v2/order/detail/1 failed: the certificate of 127.0.0.1:PORT is not signed by a CA in FOLDER/trusted.pem (self%ssigned certificate); set the option ca_file to the file of its CA
    a refund: certificate_authority
    requests: 0, retries: 0
