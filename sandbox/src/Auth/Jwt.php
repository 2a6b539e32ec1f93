<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Auth;

use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Json\Writer;

/**
 * JSON Web Tokens with HS256.
 */
final class Jwt
{
    /**
     * @param array<string, mixed> $claims
     */
    public static function issue(array $claims, string $secret): string
    {
        $signed = self::encode(Writer::encode(['alg' => 'HS256', 'typ' => 'JWT']))
            . '.' . self::encode(Writer::encode($claims));

        return $signed . '.' . self::sign($signed, $secret);
    }

    public static function isSigned(string $token, string $secret): bool
    {
        $dot = (int) strrpos($token, '.');

        return hash_equals(self::sign(substr($token, 0, $dot), $secret), substr($token, $dot + 1));
    }

    /** The claims of a token. They are not verified yet. */
    public static function claims(string $token): ?Input
    {
        $parts = explode('.', $token);
        if (count($parts) !== 3) {
            return null;
        }
        try {
            return Input::fromJson((string) base64_decode(strtr($parts[1], '-_', '+/'), true));
        } catch (InvalidInput) {
            return null;
        }
    }

    private static function sign(string $signed, string $secret): string
    {
        return self::encode(hash_hmac('sha256', $signed, $secret, true));
    }

    private static function encode(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
