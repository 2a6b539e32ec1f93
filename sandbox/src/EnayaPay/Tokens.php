<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

use Aurpay\Sandbox\Auth\Jwt;
use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Store\Accounts;

/**
 * The tokens of users: JWTs with the claims of the documents' example, with
 * its spelling.
 */
final readonly class Tokens
{
    private const DAYS = 30;

    public function __construct(private Accounts $accounts, private Clock $clock) {}

    public function issue(int $userNumber): string
    {
        return Jwt::issue([
            'username' => (string) $userNumber,
            'expiriy' => gmdate('Y-m-d', $this->clock->now() + self::DAYS * 86400),
        ], $this->secret());
    }

    /** The number of the token's user; null if the token is forged or has expired. */
    public function userNumber(string $token): ?int
    {
        $claims = Jwt::isSigned($token, $this->secret()) ? Jwt::claims($token) : null;
        try {
            return $claims !== null && $claims->text('expiriy') >= gmdate('Y-m-d', $this->clock->now())
                ? (int) $claims->text('username')
                : null;
        } catch (InvalidInput) {
            return null;
        }
    }

    private function secret(): string
    {
        return $this->accounts->get('enayapay_session_secret');
    }
}
