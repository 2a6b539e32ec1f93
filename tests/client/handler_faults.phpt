--TEST--
The handler can simulate every fault: each TransportReason before sending, and those that are possible after sending; the messages are those of the wire
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\EnayaPay;
use Aurpay\OutcomeUnknownException;
use Aurpay\TransportException;
use Aurpay\TransportReason;

require __DIR__ . '/../support/recorder.php';

function said(\Throwable $thrown): string
{
    // Masked: the clock, and the default place of the CAs, which differs by system and is tested below.
    return preg_replace(['/clock \([^)]*\)/', '/failed: .* CA (in|file).*(?=; nothing was sent)/'], ['clock (NOW)', 'failed: CAs'], $thrown->getMessage());
}

$afterSending = [TransportReason::Lost, TransportReason::Timeout, TransportReason::Interrupted, TransportReason::Failed];
foreach (TransportReason::cases() as $reason) {
    foreach (in_array($reason, $afterSending, true) ? [false, true] : [false] as $sent) {
        $recorder = new Recorder($sent ? ['fault' => $reason, 'sent' => true] : ['fault' => $reason]);
        $orders = $recorder->client('key', ['retries' => 0])->orders();
        try {
            $orders->refund('1');
        } catch (TransportException $exception) {
            echo $exception->reason->name, ': ', said($exception), "\n";
        } catch (OutcomeUnknownException $exception) {
            echo "  sent: ", said($exception), "\n";
            $exception = $exception->getPrevious();
        }
        $isRight = $exception instanceof TransportException && $exception->reason === $reason && $exception->httpStatus === 0;
        try {
            $orders->detail('1');
        } catch (TransportException $exception) {
            $isRight = $isRight && $exception->reason === $reason && str_ends_with($exception->getMessage(), '; nothing was sent') !== $sent;
        }
        echo $isRight && count($recorder->requests) === 2 ? '' : "WRONG\n";
    }
}

echo "faults of every client\n";
throws(static fn () => Client::login('user', 'password', ['handler' => new Recorder(['fault' => TransportReason::Timeout, 'sent' => false])]));
$fault = ['fault' => TransportReason::Timeout, 'sent' => true];
throws(static fn () => Client::login('user', 'password', ['handler' => new Recorder($fault)]));
throws(static fn () => (new AzPays\Client('token', ['handler' => new Recorder($fault), 'retries' => 0]))->purse('1'));
throws(static fn () => AzPays\Client::sign('1', ['handler' => new Recorder($fault)]));
throws(static fn () => (new EnayaPay\Client('key', ['handler' => new Recorder($fault)]))->login(['user_phone' => '1', 'user_password' => 'password-1']));

echo "messages that name options\n";
$options = ['proxy' => 'http://user:password@127.0.0.1:3128', 'ca_file' => __FILE__, 'timeout' => 1.5, 'connect_timeout' => 0.5, 'retries' => 0, 'base_uri' => 'https://shop.example:8443/base'];
foreach ([TransportReason::Proxy, TransportReason::CaFile, TransportReason::CertificateAuthority, TransportReason::Timeout, TransportReason::ConnectTimeout] as $reason) {
    try {
        (new Recorder(['fault' => $reason]))->client('key', $options)->orders()->refund('1');
    } catch (TransportException $exception) {
        echo str_replace(__FILE__, 'FILE', $exception->getMessage()), "\n";
    }
}
// In the tunnel of an https proxy, libcurl loses the reason.
foreach (['http', 'https'] as $scheme) {
    $options['proxy'] = "{$scheme}://127.0.0.1:3128";
    throws(static fn () => (new Recorder(['fault' => TransportReason::Tls]))->client('key', $options)->orders()->refund('1'));
}
?>
--EXPECT--
Name: POST /api/v2/order/refund/1 failed: the name dashboard.aurpay.net could not be resolved; check the option base_uri; nothing was sent
Connection: POST /api/v2/order/refund/1 failed: dashboard.aurpay.net:443 refused the connection; check the option base_uri; nothing was sent
Proxy: POST /api/v2/order/refund/1 failed: the proxy refused to connect to dashboard.aurpay.net:443 with HTTP status 502; nothing was sent
CaFile: POST /api/v2/order/refund/1 failed: CAs; nothing was sent
CertificateExpired: POST /api/v2/order/refund/1 failed: the certificate of dashboard.aurpay.net:443, or of one of its issuers, has expired, unless this machine's clock (NOW) is wrong; nothing was sent
CertificateNotYetValid: POST /api/v2/order/refund/1 failed: the certificate of dashboard.aurpay.net:443, or of one of its issuers, is not yet valid, unless this machine's clock (NOW) is wrong; nothing was sent
CertificateHost: POST /api/v2/order/refund/1 failed: the certificate of dashboard.aurpay.net:443 is not valid for the name dashboard.aurpay.net; check the option base_uri; nothing was sent
CertificateAuthority: POST /api/v2/order/refund/1 failed: CAs; nothing was sent
Certificate: POST /api/v2/order/refund/1 failed: the certificate of dashboard.aurpay.net:443 was refused (unsuitable certificate purpose); nothing was sent
PublicKey: POST /api/v2/order/refund/1 failed: the public key of dashboard.aurpay.net:443 is not the one in the option pinned_public_key; nothing was sent
TlsVersion: POST /api/v2/order/refund/1 failed: dashboard.aurpay.net:443 does not support TLS 1.2 or later (unsupported protocol); nothing was sent
Tls: POST /api/v2/order/refund/1 failed: the TLS handshake with dashboard.aurpay.net:443 failed (unexpected eof while reading); nothing was sent
Lost: POST /api/v2/order/refund/1 failed: the connection was lost during the TLS handshake with dashboard.aurpay.net:443 (Connection reset by peer); nothing was sent
  sent: POST /api/v2/order/refund/1 may have been executed: it failed: the connection was lost before dashboard.aurpay.net:443 answered (Connection reset by peer); Order::detail() tells whether the order was refunded
ConnectTimeout: POST /api/v2/order/refund/1 failed: timed out after 10 seconds (option connect_timeout) before dashboard.aurpay.net:443 accepted the connection; nothing was sent
Timeout: POST /api/v2/order/refund/1 failed: timed out after 30 seconds (option timeout) before dashboard.aurpay.net:443 accepted the connection; nothing was sent
  sent: POST /api/v2/order/refund/1 may have been executed: it failed: timed out after 30 seconds (option timeout) before dashboard.aurpay.net:443 answered; Order::detail() tells whether the order was refunded
Interrupted: POST /api/v2/order/refund/1 failed: it was interrupted by a signal; nothing was sent
  sent: POST /api/v2/order/refund/1 may have been executed: it failed: it was interrupted by a signal; Order::detail() tells whether the order was refunded
Failed: POST /api/v2/order/refund/1 failed: the transfer failed (Out of memory); nothing was sent
  sent: POST /api/v2/order/refund/1 may have been executed: it failed: the transfer failed (Out of memory); Order::detail() tells whether the order was refunded
faults of every client
Aurpay\TransportException: POST /api/user/login failed: timed out after N seconds (option timeout) before dashboard.aurpay.net:443 accepted the connection; nothing was sent
Aurpay\OutcomeUnknownException: POST /api/user/login may have been executed: it failed: timed out after N seconds (option timeout) before dashboard.aurpay.net:443 answered; repeating the login is harmless
Aurpay\TransportException: GET /v1/purses/1 failed: timed out after N seconds (option timeout) before api.azpays.net:443 answered
Aurpay\OutcomeUnknownException: POST /v1/oauth/sign may have been executed: it failed: timed out after N seconds (option timeout) before api.azpays.net:443 answered; no call of the API tells whether it was, do not repeat it blindly
Aurpay\OutcomeUnknownException: POST /api/v2.1/login/ may have been executed: it failed: timed out after N seconds (option timeout) before sandbox.enayapay.com:443 answered; repeating the login is harmless
messages that name options
POST /base/api/v2/order/refund/1 failed: the proxy 127.0.0.1:3128 refused to connect to shop.example:8443 with HTTP status 502; nothing was sent
POST /base/api/v2/order/refund/1 failed: the option ca_file names FILE, which holds no certificate in PEM; nothing was sent
POST /base/api/v2/order/refund/1 failed: the certificate of shop.example:8443 is not signed by a CA in FILE (unable to get local issuer certificate); set the option ca_file to the file of its CA; nothing was sent
POST /base/api/v2/order/refund/1 failed: timed out after 1.5 seconds (option timeout) before shop.example:8443 accepted the connection; nothing was sent
POST /base/api/v2/order/refund/1 failed: timed out after 0.5 seconds (option connect_timeout) before shop.example:8443 accepted the connection; nothing was sent
Aurpay\TransportException: POST /base/api/v2/order/refund/1 failed: the TLS handshake with shop.example:8443 failed (unexpected eof while reading); nothing was sent
Aurpay\TransportException: POST /base/api/v2/order/refund/1 failed: the TLS handshake with shop.example:8443 failed (unexpected eof while reading; through an https proxy, a bad certificate can look like this); nothing was sent
