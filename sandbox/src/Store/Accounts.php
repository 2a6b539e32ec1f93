<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

use Aurpay\Sandbox\EnayaPay\KeyPair;

/**
 * The credentials for AzPays and EnayaPay. A reset keeps them.
 */
final readonly class Accounts
{
    /** The credentials that the sandbox prints for its user. */
    public const PUBLIC = [
        'azpays_token', 'enayapay_api_key', 'enayapay_public_key', 'enayapay_user_phone', 'enayapay_user_password',
    ];

    public function __construct(private Database $database) {}

    public function exist(): bool
    {
        return $this->database->count('SELECT count(*) FROM accounts') > 0;
    }

    public function create(KeyPair $keys): void
    {
        $values = [
            'azpays_token' => self::secret(),
            'enayapay_api_key' => self::secret(),
            'enayapay_public_key' => $keys->publicKey,
            'enayapay_private_key' => $keys->privateKey,
            'enayapay_session_secret' => self::secret(),
            'enayapay_user_phone' => sprintf('2499%08d', random_int(10_000_000, 89_999_999)),
            'enayapay_user_password' => self::secret(),
        ];
        foreach ($values as $name => $value) {
            $this->database->insert('accounts', ['name' => $name, 'value' => $value]);
        }
    }

    /** The pair of keys of EnayaPay. */
    public function keys(): KeyPair
    {
        return new KeyPair($this->get('enayapay_public_key'), $this->get('enayapay_private_key'));
    }

    public function get(string $name): string
    {
        return $this->database->one('SELECT value FROM accounts WHERE name = :name', ['name' => $name])?->text('value')
            ?? throw new \OutOfBoundsException($name);
    }

    private static function secret(): string
    {
        return bin2hex(random_bytes(20));
    }
}
