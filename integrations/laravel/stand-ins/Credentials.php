<?php

declare(strict_types=1);

namespace Aurpay;

use Aurpay\Laravel\Testing\Signer;

final class Credentials
{
    private function __construct(private readonly ?Signer $signer) {}

    public function __serialize(): array
    {
        throw new \Exception("Serialization of 'Aurpay\\Credentials' is not allowed");
    }

    public static function apiKey(#[\SensitiveParameter] string $key): Credentials
    {
        Signer::refuseBlank($key, 'key');

        return new self(null);
    }

    public static function signature(
        #[\SensitiveParameter] string $token,
        #[\SensitiveParameter] string $secret,
        #[\SensitiveParameter] string|Algorithm $algorithm = 'HMAC-SHA256',
    ): Credentials {
        return new self(new Signer($token, $secret, $algorithm));
    }

    public static function accessToken(#[\SensitiveParameter] string $token): Credentials
    {
        Signer::refuseBlank($token, 'token');

        return new self(null);
    }
}
