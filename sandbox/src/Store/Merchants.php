<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Store;

final readonly class Merchants
{
    public function __construct(private Database $database) {}

    /** The only merchant of the sandbox. Creates it with random credentials if there is none. */
    public function first(): Merchant
    {
        return $this->find('1 = 1', []) ?? $this->create();
    }

    public function byUserId(string $userId): ?Merchant
    {
        return $this->find('user_id = :value', ['value' => $userId]);
    }

    public function byUsername(string $username): ?Merchant
    {
        return $this->find('username = :value', ['value' => $username]);
    }

    public function byApiToken(string $token): ?Merchant
    {
        return $this->find('api_token = :value', ['value' => $token]);
    }

    /**
     * @return list<Merchant>
     */
    public function all(): array
    {
        return array_map(Merchant::fromRow(...), $this->database->all('SELECT * FROM merchants'));
    }

    /**
     * All that must be masked in logs.
     *
     * @return list<string>
     */
    public function secrets(): array
    {
        $secrets = [];
        foreach ($this->all() as $merchant) {
            array_push($secrets, ...array_values(array_diff_key($merchant->credentials(), ['username' => 1])));
        }

        return $secrets;
    }

    /**
     * @param array<string, string> $credentials columns of Merchant::CREDENTIALS
     */
    public function changeCredentials(string $userId, array $credentials): void
    {
        foreach (array_intersect_key($credentials, array_flip(Merchant::CREDENTIALS)) as $column => $value) {
            $this->database->run(
                "UPDATE merchants SET $column = :value WHERE user_id = :user_id",
                ['value' => $value, 'user_id' => $userId],
            );
        }
    }

    public function setKybVerified(string $userId, bool $verified): void
    {
        $this->database->run(
            'UPDATE merchants SET kyb_verified = :verified WHERE user_id = :user_id',
            ['verified' => (int) $verified, 'user_id' => $userId],
        );
    }

    /**
     * @param array<string, string> $parameters
     */
    private function find(string $where, array $parameters): ?Merchant
    {
        $row = $this->database->one("SELECT * FROM merchants WHERE $where LIMIT 1", $parameters);

        return $row === null ? null : Merchant::fromRow($row);
    }

    private function create(): Merchant
    {
        $userId = 'mct-' . bin2hex(random_bytes(6));
        $this->database->insert('merchants', [
            'user_id' => $userId,
            'username' => 'shop-' . bin2hex(random_bytes(3)) . '@example.com',
            'password' => self::secret(12),
            'api_key' => self::secret(32),
            'lightning_api_key' => self::secret(32),
            'api_token' => strtoupper(substr(bin2hex(random_bytes(11)), 0, 21)),
            'api_secret' => self::secret(32),
            'callback_token' => strtoupper(bin2hex(random_bytes(22))),
            'callback_secret' => self::secret(32),
            'session_secret' => self::secret(32),
        ]);

        return $this->byUserId($userId) ?? throw new \LogicException('The new merchant is missing');
    }

    /** Base64url, like the documents' API keys. */
    private static function secret(int $bytes): string
    {
        return rtrim(strtr(base64_encode(random_bytes(max(1, $bytes))), '+/', '-_'), '=');
    }
}
