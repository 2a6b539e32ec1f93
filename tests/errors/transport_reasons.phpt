--TEST--
TransportException has the reason as an enum with fixed values, also as the previous exception of an unknown outcome
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\TransportException;
use Aurpay\TransportReason;

require __DIR__ . '/answers.inc';

foreach (TransportReason::cases() as $case) {
    echo $case->name, ' = ', $case->value, "\n";
}

$server = fault_server();
$orders = (new Client('key', $server->options(['retries' => 0, 'timeout' => 0.5])))->orders();
foreach (['close', 'silent', ['do' => 'answer', 'headers' => ['Content-Encoding' => 'gzip'], 'body' => 'no gzip']] as $fault) {
    $server->script($fault, $fault);
    foreach ([caught(static fn () => $orders->detail('1')), caught(static fn () => $orders->refund('1'))->getPrevious()] as $exception) {
        assert($exception instanceof TransportException);
        say("{$exception->reason->value}: {$exception->getMessage()}");
    }
}

// The connection is lost after the refund was sent, and libcurl's reconnect is refused: the refund counts as sent.
$server->script('answer', 'vanish');
$orders->detail('1');
$exception = caught(static fn () => $orders->refund('1'))->getPrevious();
assert($exception instanceof TransportException);
say("{$exception->reason->value}: {$exception->getMessage()}");
$server->stop();
?>
--EXPECTF--
Name = name
Connection = connection
Proxy = proxy
CaFile = ca_file
CertificateExpired = certificate_expired
CertificateNotYetValid = certificate_not_yet_valid
CertificateHost = certificate_host
CertificateAuthority = certificate_authority
Certificate = certificate
PublicKey = public_key
TlsVersion = tls_version
Tls = tls
Lost = lost
ConnectTimeout = connect_timeout
Timeout = timeout
Interrupted = interrupted
Failed = failed
lost: GET /api/v2/order/detail/1 failed: the connection was lost before 127.0.0.1:PORT answered (%s)
lost: POST /api/v2/order/refund/1 failed: the connection was lost before 127.0.0.1:PORT answered (%s)
timeout: GET /api/v2/order/detail/1 failed: timed out after N seconds (option timeout) before 127.0.0.1:PORT answered
timeout: POST /api/v2/order/refund/1 failed: timed out after N seconds (option timeout) before 127.0.0.1:PORT answered
failed: GET /api/v2/order/detail/1 failed: the transfer failed (%s)
failed: POST /api/v2/order/refund/1 failed: the transfer failed (%s)
lost: POST /api/v2/order/refund/1 failed: the connection was lost before 127.0.0.1:PORT answered (%s)
