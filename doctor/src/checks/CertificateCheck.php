<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** What certificate the gateway shows. Whether it is trusted is the extension's to say: see GatewayCheck. */
final class CertificateCheck implements Check
{
    public function __construct(private readonly Settings $settings) {}

    public function name(): string
    {
        return 'tls';
    }

    public function about(): string
    {
        return "the gateway's TLS: version, and the names and dates of its certificates";
    }

    public function needsExtension(): bool
    {
        return false;
    }

    public function findings(): iterable
    {
        $gateway = $this->settings->baseUri();
        $obstacle = match (true) {
            $gateway->host === '' || $gateway->scheme !== 'https' => 'base_uri is not https',
            isset($this->settings->clientOptions()['proxy']) => 'the connection is made by the proxy',
            !extension_loaded('openssl') => 'this PHP has no extension openssl',
            default => null,
        };
        if ($obstacle !== null) {
            return [Finding::skipped($obstacle)];
        }
        $stream = $this->connect($gateway);
        if ($stream === null) {
            return [Finding::skipped("{$gateway->host} accepts no connection")];
        }
        stream_set_timeout($stream, (int) ceil($this->settings->seconds()));
        if (@stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_CLIENT) !== true) {
            return [Finding::problem('gateway-tls', "no TLS with {$gateway->host}, port {$gateway->port}", $gateway->values())];
        }
        $options = stream_context_get_options($stream)['ssl'] ?? [];
        $certificates = is_array($options) ? $options['peer_certificate_chain'] ?? [] : [];
        $protocol = stream_get_meta_data($stream)['crypto']['protocol'] ?? 'TLS';
        fclose($stream);
        $certificates = is_array($certificates) ? $certificates : [];
        $described = "{$protocol}; " . implode('; issued by ', array_map(self::describe(...), $certificates));

        return [self::isOfToday($certificates[0] ?? null)
            ? Finding::good("{$described}; the check gateway says whether it is trusted")
            : Finding::problem('gateway-clock', "{$described}; today is " . self::day(time()))];
    }

    /** @return resource|null */
    private function connect(Address $gateway)
    {
        // Everything is accepted here, to describe what is refused elsewhere. Nothing is sent.
        $context = stream_context_create(['ssl' => [
            'verify_peer' => false, 'verify_peer_name' => false, 'capture_peer_cert_chain' => true, 'peer_name' => $gateway->host,
        ]]);

        return @stream_socket_client("tcp://{$gateway->authority()}", $code, $message, $this->settings->seconds(), STREAM_CLIENT_CONNECT, $context) ?: null;
    }

    private static function isOfToday(mixed $certificate): bool
    {
        $facts = $certificate instanceof \OpenSSLCertificate ? openssl_x509_parse($certificate) : false;

        return $facts === false || (($facts['validFrom_time_t'] ?? 0) <= time() && time() <= ($facts['validTo_time_t'] ?? PHP_INT_MAX));
    }

    private static function describe(mixed $certificate): string
    {
        $facts = $certificate instanceof \OpenSSLCertificate ? openssl_x509_parse($certificate) : false;
        if ($facts === false) {
            return 'a certificate that cannot be read';
        }
        $extensions = is_array($facts['extensions'] ?? null) ? $facts['extensions'] : [];
        $names = self::text($extensions['subjectAltName'] ?? '');

        return self::text($facts['name'] ?? '') . ($names === '' ? '' : " ({$names})")
            . ', valid from ' . self::day($facts['validFrom_time_t'] ?? 0) . ' to ' . self::day($facts['validTo_time_t'] ?? 0);
    }

    private static function text(mixed $value): string
    {
        return is_string($value) ? $value : '';
    }

    private static function day(mixed $seconds): string
    {
        return gmdate('Y-m-d', is_int($seconds) ? $seconds : 0);
    }
}
