<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

use Aurpay\Algorithm;

/** Signs for the stand-ins. Source: collection, Signature Authentication Method and Callback Authentication Method. */
final class Signer
{
    private const HASHES = ['HMAC-SHA256' => 'sha256', 'HMAC-SHA3_256' => 'sha3-256'];

    private readonly string $algorithm;

    /** @throws \ValueError as the extension's classes do */
    public function __construct(
        #[\SensitiveParameter] public readonly string $token,
        #[\SensitiveParameter] private readonly string $secret,
        string|Algorithm $algorithm = 'HMAC-SHA256',
    ) {
        self::refuseBlank($token, 'token');
        self::refuseBlank($secret, 'secret');
        $this->algorithm = $algorithm instanceof Algorithm ? $algorithm->value : $algorithm;
        isset(self::HASHES[$this->algorithm]) || throw new \ValueError('The algorithm must be HMAC-SHA256 or HMAC-SHA3_256');
    }

    /** @return array<string, string> as in a dump: nothing of the secret */
    public function __debugInfo(): array
    {
        return ['token' => '***', 'secret' => '***'];
    }

    public static function refuseBlank(#[\SensitiveParameter] string $value, string $name): void
    {
        if (trim($value) === '' || trim($value) !== $value) {
            throw new \ValueError("The $name must not be blank, nor begin or end with white space");
        }
    }

    /** @return string the base64 signature of a text */
    public function sign(#[\SensitiveParameter] string $origin): string
    {
        return base64_encode(hash_hmac(self::HASHES[$this->algorithm], $origin, $this->secret, true));
    }

    /** @return array{origin: string, body_md5: string, signature: string, headers: array<string, string>} */
    public function request(string $method, #[\SensitiveParameter] string $target, #[\SensitiveParameter] ?string $body, string $date): array
    {
        $digest = $method === 'GET' ? '' : md5((string) $body);
        $origin = implode(' | ', array_filter([$this->algorithm, $date, "$method $target", $digest], static fn (string $part): bool => $part !== ''));
        $signature = $this->sign($origin);

        return ['origin' => $origin, 'body_md5' => $digest, 'signature' => $signature, 'headers' => [
            'API-Token' => $this->token,
            'Algorithm' => $this->algorithm,
            'Date' => $date,
            'Body-MD5' => $digest,
            'Signature' => $signature,
        ]];
    }

    /** The date of a signature, by the machine's clock. */
    public static function now(): string
    {
        return gmdate('Y-m-d\TH:i:s\Z');
    }

    /** @return int|null Unix time of an ISO-8601 date with a zone; null if it is none */
    public static function time(string $date): ?int
    {
        $isDate = preg_match('/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)$/D', $date) === 1;
        $time = $isDate ? strtotime($date) : false;

        return $time === false ? null : $time;
    }
}
