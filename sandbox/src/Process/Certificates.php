<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Cli\StartFailure;

/**
 * The sandbox's own CA, and a server certificate for loopback signed by it.
 */
final readonly class Certificates
{
    private const CONFIG = <<<'INI'
        [req]
        # PHP 8.2 would leave a ~/.rnd behind.
        RANDFILE = %s/rnd
        distinguished_name = name
        [name]
        [ca]
        basicConstraints = critical, CA:TRUE, pathlen:0
        keyUsage = critical, keyCertSign, cRLSign
        subjectKeyIdentifier = hash
        [server]
        basicConstraints = critical, CA:FALSE
        keyUsage = critical, digitalSignature
        extendedKeyUsage = serverAuth
        subjectAltName = IP:127.0.0.1, IP:::1, DNS:localhost

        INI;
    private const DAYS = 365;

    private function __construct(
        public string $caFile,
        public string $certificateFile,
        public string $keyFile,
    ) {}

    /** Uses the files in the directory. Creates new ones if they are missing or expire within a week. */
    public static function in(string $directory): self
    {
        $files = new self("$directory/ca.pem", "$directory/server.pem", "$directory/server.key");
        if (!$files->areUsable()) {
            $files->create("$directory/openssl.cnf");
        }

        return $files;
    }

    private function areUsable(): bool
    {
        if (!is_file($this->caFile) || !is_file($this->certificateFile) || !is_file($this->keyFile)) {
            return false;
        }
        $details = openssl_x509_parse((string) file_get_contents($this->certificateFile));
        $end = is_array($details) ? $details['validTo_time_t'] ?? 0 : 0;

        return is_int($end) && $end > time() + 7 * 86400;
    }

    private function create(string $configFile): void
    {
        file_put_contents($configFile, sprintf(self::CONFIG, dirname($configFile)));
        [$caKey, $caRequest] = self::request('Aurpay sandbox CA', $configFile);
        $ca = self::sign($caRequest, null, $caKey, 'ca', $configFile);
        [$key, $request] = self::request('Aurpay sandbox', $configFile);
        $certificate = self::sign($request, $ca, $caKey, 'server', $configFile);

        openssl_x509_export_to_file($ca, $this->caFile);
        openssl_x509_export_to_file($certificate, $this->certificateFile);
        // Set a time in whole seconds: Workspace::keep() cannot preserve fractions.
        touch($this->caFile, time());
        @unlink(dirname($configFile) . '/rnd');
        // The CA's key is not saved, so that nothing else can be signed with it.
        touch($this->keyFile);
        chmod($this->keyFile, 0600);
        openssl_pkey_export_to_file($key, $this->keyFile, null, ['config' => $configFile]);
    }

    /**
     * @return array{\OpenSSLAsymmetricKey, \OpenSSLCertificateSigningRequest}
     */
    private static function request(string $name, string $configFile): array
    {
        $options = [
            'config' => $configFile,
            'private_key_type' => OPENSSL_KEYTYPE_EC,
            'curve_name' => 'prime256v1',
            // PHP 8.2 requires this even for an elliptic curve.
            'private_key_bits' => 2048,
            'digest_alg' => 'sha256',
        ];
        $key = openssl_pkey_new($options);
        if ($key === false) {
            throw self::failure();
        }
        $request = openssl_csr_new(['commonName' => $name], $key, $options);
        // The key was passed by reference, so check its type again.
        if (!$request instanceof \OpenSSLCertificateSigningRequest || !$key instanceof \OpenSSLAsymmetricKey) {
            throw self::failure();
        }

        return [$key, $request];
    }

    private static function sign(
        \OpenSSLCertificateSigningRequest $request,
        ?\OpenSSLCertificate $ca,
        \OpenSSLAsymmetricKey $caKey,
        string $section,
        string $configFile,
    ): \OpenSSLCertificate {
        $certificate = openssl_csr_sign($request, $ca, $caKey, self::DAYS, [
            'config' => $configFile,
            'x509_extensions' => $section,
            'digest_alg' => 'sha256',
        ], random_int(1, PHP_INT_MAX));

        return $certificate === false ? throw self::failure() : $certificate;
    }

    private static function failure(): StartFailure
    {
        return new StartFailure('Cannot create a certificate: ' . (string) openssl_error_string());
    }
}
