<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Auth;

use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Store\Merchant;

/**
 * The access token of login: a JWT with sub, exp and iat, as the example's.
 */
final class AccessToken
{
    /** "expire" of the example, in seconds. */
    public const LIFETIME = 86400;

    public static function issue(Merchant $merchant, int $now): string
    {
        $signed = self::encode(Writer::encode(['alg' => 'HS256', 'typ' => 'JWT']))
            . '.' . self::encode(Writer::encode([
                'sub' => $merchant->userId,
                'exp' => $now + self::LIFETIME,
                'iat' => $now,
            ]));

        return $signed . '.' . self::sign($signed, $merchant);
    }

    /** The user id a token claims to be of. Nothing is verified yet. */
    public static function subject(string $token): string
    {
        return self::claims($token)?->text('sub') ?? '';
    }

    public static function isValid(string $token, Merchant $merchant, int $now): bool
    {
        $dot = (int) strrpos($token, '.');
        $signed = substr($token, 0, $dot);
        $claims = self::claims($token);

        return $claims !== null
            && hash_equals(self::sign($signed, $merchant), substr($token, $dot + 1))
            && $claims->integer('exp', 0) > $now;
    }

    private static function claims(string $token): ?Input
    {
        $parts = explode('.', $token);
        if (count($parts) !== 3) {
            return null;
        }
        try {
            $claims = Input::fromJson((string) base64_decode(strtr($parts[1], '-_', '+/'), true));
            $claims->text('sub');
            $claims->integer('exp', 0);

            return $claims;
        } catch (InvalidInput) {
            return null;
        }
    }

    private static function sign(string $signed, Merchant $merchant): string
    {
        return self::encode(hash_hmac('sha256', $signed, $merchant->sessionSecret, true));
    }

    private static function encode(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
