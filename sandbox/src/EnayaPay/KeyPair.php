<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

use Aurpay\Sandbox\Cli\StartFailure;

/**
 * The service's RSA key: the public half encrypts an IPIN, the private half is PEM.
 */
final readonly class KeyPair
{
    /** PHP 8.2 would leave a ~/.rnd behind. */
    private const CONFIG = "[req]\nRANDFILE = %s.rnd\ndistinguished_name = name\n[name]\n";

    public function __construct(
        /** The base64 of its DER form, on one line. */
        public string $publicKey,
        public string $privateKey,
    ) {}

    /** @param string $configFile is written: PHP makes no key without a configuration of OpenSSL */
    public static function create(string $configFile): self
    {
        file_put_contents($configFile, sprintf(self::CONFIG, $configFile));
        $options = [
            'config' => $configFile,
            'private_key_type' => OPENSSL_KEYTYPE_RSA,
            'private_key_bits' => 2048,
            'encrypt_key' => false,
        ];
        $key = openssl_pkey_new($options);
        if (
            $key === false
            || !openssl_pkey_export($key, $private, null, $options)
            || !is_string($private)
            || !is_string($public = (openssl_pkey_get_details($key) ?: [])['key'] ?? null)
        ) {
            throw new StartFailure('Cannot create an RSA key: ' . (string) openssl_error_string());
        }

        return new self((string) preg_replace('/-----[^-]+-----|\s/', '', $public), $private);
    }

    /** The decrypted uuid and IPIN, one after the other; '' if they were not encrypted with this key. */
    public static function decrypt(string $encrypted, string $privateKey): string
    {
        $bytes = base64_decode($encrypted, true);
        if ($bytes === false || !@openssl_private_decrypt($bytes, $plain, $privateKey, OPENSSL_PKCS1_PADDING)) {
            return '';
        }

        return is_string($plain) ? $plain : '';
    }
}
