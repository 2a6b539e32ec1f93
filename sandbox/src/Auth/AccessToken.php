<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Auth;

use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Store\Merchant;

/**
 * The access token of login: a JWT with sub, exp and iat, as in the example.
 */
final class AccessToken
{
    /** The lifetime in seconds: "expire" of the example. */
    public const LIFETIME = 86400;

    public static function issue(Merchant $merchant, int $now): string
    {
        return Jwt::issue(
            ['sub' => $merchant->userId, 'exp' => $now + self::LIFETIME, 'iat' => $now],
            $merchant->sessionSecret,
        );
    }

    /** The user id that a token claims. It is not verified yet. */
    public static function subject(string $token): string
    {
        return self::claims($token)?->text('sub') ?? '';
    }

    public static function isValid(string $token, Merchant $merchant, int $now): bool
    {
        $claims = self::claims($token);

        return $claims !== null
            && Jwt::isSigned($token, $merchant->sessionSecret)
            && $claims->integer('exp', 0) > $now;
    }

    private static function claims(string $token): ?Input
    {
        $claims = Jwt::claims($token);
        try {
            $claims?->text('sub');
            $claims?->integer('exp', 0);

            return $claims;
        } catch (InvalidInput) {
            return null;
        }
    }
}
