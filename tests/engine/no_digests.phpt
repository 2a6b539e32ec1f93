--TEST--
An OpenSSL whose configuration allows no digests: every method that signs is an Error that says so, and nothing is sent; what does not sign works
--SKIPIF--
<?php

require __DIR__ . '/../support/harness.php';

if (str_starts_with(\AurpayTest\phpinfo_row('OpenSSL'), 'OpenSSL 1.')) {
    die('skip OpenSSL 1.1.1 has its digests built in');
}
$command = [PHP_BINARY, '-n', '-d', 'extension=' . ini_get('extension_dir') . '/aurpay.' . PHP_SHLIB_SUFFIX, '-r', ''];
$shell = 'OPENSSL_CONF=' . escapeshellarg(__DIR__ . '/no_digests.cnf') . ' ' . implode(' ', array_map(escapeshellarg(...), $command));
$libcurl = strtok(\AurpayTest\phpinfo_row('libcurl'), ' ');
if (version_compare($libcurl, '8.15', '>=') && str_contains((string) shell_exec("{$shell} 2>&1"), 'libcurl could not be initialised')) {
    die('skip this libcurl does not start without digests');
}
?>
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

if (getenv('OPENSSL_CONF') === false) {
    $command = [PHP_BINARY, '-n', '-d', 'extension=' . ini_get('extension_dir') . '/aurpay.' . PHP_SHLIB_SUFFIX, __FILE__];
    passthru('OPENSSL_CONF=' . escapeshellarg(__DIR__ . '/no_digests.cnf') . ' ' . implode(' ', array_map(escapeshellarg(...), $command)));
    exit;
}
$recorder = new Recorder();
foreach (['HMAC-SHA256', 'HMAC-SHA3_256'] as $algorithm) {
    $client = $recorder->client(Credentials::signature('token', 'secret', $algorithm));
    throws(static fn () => $client->sign('GET', '/api/order/pay/real-currency'));
    throws(static fn () => $client->sign('POST', '/api/v2/order/refund/1', '{}'));
    throws(static fn () => $client->orders()->fiatCurrencies());
    throws(static fn () => $client->orders()->refund('1'));
    throws(static fn () => $client->orders()->details(['1', '2']));
    echo count($recorder->requests), " requests\n";
}

$callback = new Callback('token', 'secret');
$url = 'https://shop.example/callback';
throws(static fn () => $callback->sign($url));
// It is not said to be forged: nobody could tell.
throws(static fn () => $callback->verify($url, ['Callback-Token' => 'token', 'Date' => '2024-06-17T00:00:00Z', 'Signature' => 'x']));
throws(static fn () => $callback->verify($url, ['Callback-Token' => 'wrong', 'Date' => '2024-06-17T00:00:00Z', 'Signature' => 'x']));

$recorder->client('api-key')->orders()->refund('1');
$recorder->show();
?>
--EXPECT--
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
0 requests
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
0 requests
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Error: aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)
Aurpay\CallbackException: The callback's token is not the merchant's
POST /api/v2/order/refund/1
