<?php

// Provokes the messages that the pages quote outside of a PHP block's output, and prints each on a line: from exceptions,
// from the option logger, and from PHP's error log. With a handler the host, the options and the words are the real ones.
//
// usage: php messages.php FOLDER    (FOLDER: for files that are needed)

declare(strict_types=1);

namespace AurpayDocs;

use Aurpay\AurpayException;
use Aurpay\Client;
use Aurpay\Credentials;
use Aurpay\TransportReason;

require __DIR__ . '/control.php';

/** Gets what a call logs, and prints it. */
final class PrintingLogger
{
    public function log(mixed $level, string $message): void
    {
        echo "{$message}\n";
    }
}

/** A logger whose file is not writable. */
final class BrokenLogger
{
    public function log(): never
    {
        throw new \UnexpectedValueException('The stream or file "/var/log/shop.log" could not be opened');
    }
}

/**
 * @param array<string, mixed> $answer of the handler
 * @param array<string, mixed> $options
 */
function answering(array $answer, array $options = []): Client
{
    $handler = static fn (): array => $answer;

    return new Client(Credentials::signature('token', 'secret'), ['handler' => $handler, 'retries' => 0] + $options);
}

/** @param \Closure(): mixed $call */
function told(\Closure $call): void
{
    try {
        $call();
    } catch (AurpayException | \ValueError | \TypeError $exception) {
        echo "{$exception->getMessage()}\n";
    }
}

/** @return array<string, mixed> the refusal of a signature, by a server whose clock is ahead by so many seconds */
function refusedSignature(int $ahead): array
{
    return [
        'status' => 401,
        'headers' => ['Date' => gmdate('D, d M Y H:i:s \G\M\T', time() + $ahead)],
        'body' => '{"code": 401, "result": false, "message": "Signature error"}',
    ];
}

/** A CA that has not signed the certificate of the service. */
function otherAuthority(string $folder): string
{
    $file = "{$folder}/other-ca.pem";
    $key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);
    assert($key !== false);
    $request = openssl_csr_new(['commonName' => 'another CA'], $key);
    assert($request instanceof \OpenSSLCertificateSigningRequest);
    $certificate = openssl_csr_sign($request, null, $key, 2);
    assert($certificate !== false);
    openssl_x509_export_to_file($certificate, $file);

    return $file;
}

/** @var list<string> $argv */
$page = ['price' => '19.99', 'currency' => 'USD'];
$done = ['body' => '{"code": 0, "result": true, "data": {"order_id": "7"}}'];

$authority = otherAuthority($argv[1]);
ob_start(static fn (string $text): string => str_replace($authority, '/srv/shop/ca.pem', $text));
told(static fn (): array => (new Client('key', ['ca_file' => $authority, 'retries' => 0]))->orders()->list());
ob_end_flush();

told(static fn (): array => answering(refusedSignature(312))->orders()->createPayUrl($page));
told(static fn (): array => answering(refusedSignature(0))->orders()->createPayUrl($page));

$logger = ['logger' => new PrintingLogger()];
answering($done, $logger)->orders()->refund(7);
foreach ([['body' => '{"code": 40005, "result": false, "message": "no"}'], ['status' => 502, 'body' => '<html>']] as $answer) {
    told(static fn (): array => answering($answer, $logger)->orders()->refund(7));
}
told(static fn (): array => answering(['fault' => TransportReason::Timeout, 'sent' => true], $logger)->orders()->list());

ini_set('error_log', "{$argv[1]}/logger.log");
answering($done, ['logger' => new BrokenLogger()])->orders()->refund(7);
echo preg_replace('~^\[[^]]*\] ~m', '', (string) file_get_contents("{$argv[1]}/logger.log"));

// The last one, as it cannot be undone. PHP itself warns, too.
ini_set('open_basedir', $argv[1]);
@told(static fn (): Client => new Client('key', ['ca_file' => '/etc/ssl/certs/ca-certificates.crt']));
