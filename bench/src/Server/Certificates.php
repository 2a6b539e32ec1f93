<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\{Command};

/** A CA made for this run, and a server's certificate signed by it. */
final readonly class Certificates
{
    public string $caFile;
    public string $certificateFile;
    public string $keyFile;

    /** @param 'rsa'|'ecdsa' $kind RSA with 2048 bits, or ECDSA with P-256 */
    public function __construct(string $kind, string $folder)
    {
        $this->caFile = "{$folder}/{$kind}-ca.pem";
        $this->certificateFile = "{$folder}/{$kind}-server.pem";
        $this->keyFile = "{$folder}/{$kind}-server.key";
        $key = $kind === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
        $caKey = "{$folder}/{$kind}-ca.key";
        $this->request(
            [...$key, '-subj', '/CN=aurpay bench CA', '-keyout', $caKey, '-out', $this->caFile],
            ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'],
        );
        $this->request(
            [
                ...$key, '-subj', '/CN=aurpay bench', '-keyout', $this->keyFile, '-out', $this->certificateFile,
                '-CA', $this->caFile, '-CAkey', $caKey,
            ],
            [
                'basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature',
                'subjectAltName=IP:127.0.0.1,IP:' . Network::SERVER_ADDRESS,
            ],
        );
        unlink($caKey);
    }

    /**
     * @param list<string> $arguments
     * @param list<string> $extensions
     */
    private function request(array $arguments, array $extensions): void
    {
        foreach ($extensions as $extension) {
            array_push($arguments, '-addext', $extension);
        }
        Command::output(['openssl', 'req', '-x509', '-sha256', '-days', '30', '-nodes', '-newkey', ...$arguments]);
    }
}
