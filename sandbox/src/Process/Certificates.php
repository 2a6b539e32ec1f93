<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Cli\StartFailure;
use Aurpay\Sandbox\Net\Host;

/**
 * The sandbox's own CA, and a server certificate signed by it.
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
        subjectAltName = %s

        INI;
    private const DAYS = 365;

    /**
     * @param list<string> $hosts what the server's certificate must name
     */
    private function __construct(
        public string $caFile,
        public string $certificateFile,
        public string $keyFile,
        private string $caKeyFile,
        private string $configFile,
        private array $hosts,
    ) {}

    /**
     * Uses the files in the directory. Creates new ones if they are missing or expire within a week. If only a host is
     * missing in the server's certificate, the CA stays the same, as shops trust it already.
     *
     * @param list<string> $hosts
     * @param bool         $isKept whether a later start will use the directory
     */
    public static function in(string $directory, array $hosts, bool $isKept): self
    {
        $files = new self(
            "$directory/ca.pem",
            "$directory/server.pem",
            "$directory/server.key",
            "$directory/ca.key",
            "$directory/openssl.cnf",
            $hosts,
        );
        if (!$files->isCurrent($files->caFile) || !$files->isCurrent($files->certificateFile)) {
            $files->createAll($isKept);
        } elseif (!$files->fit() || array_diff($hosts, $files->certifiedHosts()) !== []) {
            // An empty key is what a full disk has left.
            @filesize($files->caKeyFile) > 0 ? $files->replaceServer() : $files->createAll($isKept);
        }

        return $files;
    }

    /** Whether they belong together: a start that was killed, or a full disk, can leave some old and some new ones. */
    private function fit(): bool
    {
        [$ca, $certificate, $key] = array_map(
            static fn (string $file): string => is_file($file) ? (string) file_get_contents($file) : '',
            [$this->caFile, $this->certificateFile, $this->keyFile],
        );

        return $key !== ''
            && openssl_x509_verify($certificate, $ca) === 1
            && openssl_x509_check_private_key($certificate, $key);
    }

    private function isCurrent(string $file): bool
    {
        $details = openssl_x509_parse(is_file($file) ? (string) file_get_contents($file) : '');
        $end = is_array($details) ? $details['validTo_time_t'] ?? 0 : 0;

        return is_int($end) && $end > time() + 7 * 86400;
    }

    /**
     * @return list<string> the hosts that the server's certificate names
     */
    private function certifiedHosts(): array
    {
        $details = openssl_x509_parse((string) file_get_contents($this->certificateFile));
        $extensions = is_array($details) ? $details['extensions'] ?? [] : [];
        $names = is_array($extensions) ? $extensions['subjectAltName'] ?? '' : '';
        preg_match_all('/(?:DNS|IP Address):([^,\s]+)/', is_string($names) ? $names : '', $match);

        return array_map(static fn (string $host): string => Host::normal($host) ?? $host, $match[1]);
    }

    private function createAll(bool $isKept): void
    {
        $this->writeConfig();
        [$caKey, $caRequest] = self::request('Aurpay sandbox CA', $this->configFile);
        $ca = self::sign($caRequest, null, $caKey, 'ca', $this->configFile);
        openssl_x509_export_to_file($ca, $this->caFile);
        // Set a time in whole seconds: Workspace::keep() cannot preserve fractions.
        touch($this->caFile, time());
        // The CA's key is saved only where a later start may need another certificate: it could sign anything.
        $isKept ? $this->saveKey($caKey, $this->caKeyFile) : @unlink($this->caKeyFile);
        $this->createServer($ca, $caKey);
    }

    private function replaceServer(): void
    {
        $this->writeConfig();
        $ca = openssl_x509_read((string) file_get_contents($this->caFile));
        $caKey = openssl_pkey_get_private((string) file_get_contents($this->caKeyFile));
        if ($ca === false || $caKey === false || !openssl_x509_check_private_key($ca, $caKey)) {
            throw new StartFailure("{$this->caKeyFile} is not the key of {$this->caFile}; remove both for a new CA");
        }
        $this->createServer($ca, $caKey);
    }

    private function createServer(\OpenSSLCertificate $ca, \OpenSSLAsymmetricKey $caKey): void
    {
        [$key, $request] = self::request('Aurpay sandbox', $this->configFile);
        $certificate = self::sign($request, $ca, $caKey, 'server', $this->configFile);
        openssl_x509_export_to_file($certificate, $this->certificateFile);
        $this->saveKey($key, $this->keyFile);
        @unlink(dirname($this->configFile) . '/rnd');
    }

    private function saveKey(\OpenSSLAsymmetricKey $key, string $file): void
    {
        touch($file);
        chmod($file, 0600);
        openssl_pkey_export_to_file($key, $file, null, ['config' => $this->configFile]);
    }

    private function writeConfig(): void
    {
        $names = array_map(
            static fn (string $host): string => (Host::isAddress($host) ? 'IP:' : 'DNS:') . $host,
            $this->hosts,
        );
        // OpenSSL takes "$" for a variable, and "#" for a comment.
        $directory = addcslashes(dirname($this->configFile), '\\"\'$#;`');
        $text = sprintf(self::CONFIG, $directory, implode(', ', $names));
        Workspace::write($this->configFile, $text);
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
